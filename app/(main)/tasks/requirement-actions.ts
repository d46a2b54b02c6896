'use server'

import { linkRequirements, linkRequirementsSchema } from '@/server/tasks/link-requirements'
import { readAlike, readAlikeSchema } from '@/server/tasks/list-same-requirements'
import { unlinkRequirement, unlinkRequirementSchema } from '@/server/tasks/unlink-requirement'
import { defineAction } from '@/server/web/define-action'

// Where a task stands open the page asks anew by itself; the workspace must not be drawn again under its keys.
const silent = { revalidate: [] }

export const readAlikeAction = defineAction('read-alike', readAlikeSchema, readAlike, silent)
export const linkRequirementsAction = defineAction(
  'link-requirements',
  linkRequirementsSchema,
  linkRequirements,
  silent,
)
export const unlinkRequirementAction = defineAction(
  'unlink-requirement',
  unlinkRequirementSchema,
  unlinkRequirement,
  silent,
)
