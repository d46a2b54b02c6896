'use server'

import { redirect } from 'next/navigation'
import { archiveDirective, archiveDirectiveSchema } from '@/server/directives/archive-directive'
import { closeDirective, closeDirectiveSchema } from '@/server/directives/close-directive'
import { discardDirective, discardDirectiveSchema } from '@/server/directives/discard-directive'
import { fileDirective, fileDirectiveSchema } from '@/server/directives/file-directive'
import { proposeMetadata, proposeMetadataSchema } from '@/server/directives/propose-metadata'
import { takeInDirective } from '@/server/directives/take-in-directive'
import { takeInDirectiveSchema } from '@/server/directives/take-in-schema'
import { defineAction } from '@/server/web/define-action'

export const proposeMetadataAction = defineAction(
  'propose-metadata',
  proposeMetadataSchema,
  proposeMetadata,
  // Nothing is written: no page changes.
  { revalidate: [] },
)

// The page goes on by itself: it must first let go of what it kept on this device.
export const takeInDirectiveAction = defineAction('take-in-directive', takeInDirectiveSchema, takeInDirective)

export const fileDirectiveAction = defineAction('file-directive', fileDirectiveSchema, fileDirective, {
  after: ({ no }) => redirect(`/directives/D${no}`),
})

export const discardDirectiveAction = defineAction(
  'discard-directive',
  discardDirectiveSchema,
  discardDirective,
  { after: ({ no }) => redirect(`/directives/D${no}`) },
)

export const closeDirectiveAction = defineAction('close-directive', closeDirectiveSchema, closeDirective, {
  after: ({ no }) => redirect(`/directives/D${no}`),
})

export const archiveDirectiveAction = defineAction(
  'archive-directive',
  archiveDirectiveSchema,
  archiveDirective,
  { after: ({ no }) => redirect(`/directives/D${no}`) },
)
