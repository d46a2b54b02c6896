import type { FieldFailure } from '@/domain/errors'
import type { ReportDraft } from './report-input'

/** Longest texts of a report and a review, in UTF-16 units; the suggested length is 60 to 300. */
export const REPORT_TEXT_LIMITS = {
  done: 4000,
  nextStep: 2000,
  difficulty: 2000,
  helpNeeded: 500,
  reason: 2000,
  conclusion: 4000,
} as const

/**
 * What is missing before a report may be sent for sign-off or submitted; empty where nothing is. What was done is
 * always said (of no change: why, in a line); a completion comes with at least one piece of evidence.
 */
export function missingForSubmission(
  report: Pick<ReportDraft, 'kind' | 'done'>,
  evidenceCount: number,
): FieldFailure[] {
  const fields: FieldFailure[] = []
  if (report.done.trim() === '') {
    const code = report.kind === 'no_change' ? 'report.no_change_reason_missing' : 'report.done_missing'
    fields.push({ path: 'done', code })
  }
  if (report.kind === 'completion' && evidenceCount < 1) {
    fields.push({ path: 'evidence', code: 'report.evidence_missing' })
  }
  return fields
}

/** The progress a report claims: without change, that of the last one, whatever was typed. */
export function claimedProgressOf(
  report: Pick<ReportDraft, 'kind' | 'claimedProgress'>,
  lastClaimed: number,
): number {
  return report.kind === 'no_change' ? lastClaimed : report.claimedProgress
}

/** On what a verification rests: document 材料, telephone 电话, visit 实地, sample 抽查, not verified 未核实. */
export const VERIFICATION_BASES = ['document', 'telephone', 'visit', 'sample', 'not_verified'] as const
/** One of `VERIFICATION_BASES`. */
export type VerificationBasis = (typeof VERIFICATION_BASES)[number]

/** Why a report is returned: 材料不足, 与要求不符, 数据存疑, 无佐证, 其他. */
export const RETURN_KINDS = ['insufficient', 'mismatch', 'doubtful', 'no_evidence', 'other'] as const
/** One of `RETURN_KINDS`. */
export type ReturnKind = (typeof RETURN_KINDS)[number]

/** The progress of a report that waits for its review, for the light; null where it is not waiting. */
export function claimAwaitingReview(
  reports: readonly { status: string; claimedProgress: number }[],
): number | null {
  const waiting = reports.filter((report) => report.status === 'submitted')
  return waiting.length === 0 ? null : Math.max(...waiting.map((report) => report.claimedProgress))
}
