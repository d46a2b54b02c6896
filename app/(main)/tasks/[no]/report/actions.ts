'use server'

import { attachReference, attachReferenceSchema } from '@/server/reports/attach-reference'
import { detachEvidence, detachEvidenceSchema } from '@/server/reports/detach-evidence'
import { discardReportDraft, discardReportDraftSchema } from '@/server/reports/discard-report-draft'
import { fileReport, fileReportSchema } from '@/server/reports/file-report'
import { listKnownEvidence, listKnownEvidenceSchema } from '@/server/reports/list-known-evidence'
import { mergeReportsBelow, mergeReportsBelowSchema } from '@/server/reports/merge-reports-below'
import { readCurrentDraft, readCurrentDraftSchema } from '@/server/reports/read-current-draft'
import { reuseEvidence, reuseEvidenceSchema } from '@/server/reports/reuse-evidence'
import { saveReportDraft, saveReportDraftSchema } from '@/server/reports/save-report-draft'
import { withdrawReport, withdrawReportSchema } from '@/server/reports/withdraw-report'
import { defineAction } from '@/server/web/define-action'

// The form holds what was typed and goes on by itself: drawing the page again would only take time.
const quiet = { revalidate: [] }

export const saveReportDraftAction = defineAction(
  'save-report-draft',
  saveReportDraftSchema,
  (ctx, input) => saveReportDraft(ctx, input),
  quiet,
)
export const readCurrentDraftAction = defineAction(
  'read-current-draft',
  readCurrentDraftSchema,
  readCurrentDraft,
  quiet,
)
export const listKnownEvidenceAction = defineAction(
  'list-known-evidence',
  listKnownEvidenceSchema,
  listKnownEvidence,
  quiet,
)
export const attachReferenceAction = defineAction(
  'attach-reference',
  attachReferenceSchema,
  attachReference,
  quiet,
)
export const mergeReportsBelowAction = defineAction(
  'merge-reports-below',
  mergeReportsBelowSchema,
  mergeReportsBelow,
  quiet,
)
export const reuseEvidenceAction = defineAction('reuse-evidence', reuseEvidenceSchema, reuseEvidence, quiet)
export const detachEvidenceAction = defineAction(
  'detach-evidence',
  detachEvidenceSchema,
  detachEvidence,
  quiet,
)
export const discardReportDraftAction = defineAction(
  'discard-report-draft',
  discardReportDraftSchema,
  discardReportDraft,
)
// The answer stands in place of the form: the page below it must not change under the reader.
export const fileReportAction = defineAction('file-report', fileReportSchema, fileReport, quiet)
export const withdrawReportAction = defineAction('withdraw-report', withdrawReportSchema, withdrawReport)
