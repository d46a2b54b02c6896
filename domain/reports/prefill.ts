import type { LocalDate } from '@/domain/calendar/local-date'
import type { ReportStatus } from './lifecycle'
import type { ReportDraft } from './report-input'

/** The report before: what of it a new one starts from. */
export type ReportBefore = ReportDraft & { status: ReportStatus }

/** True where the next report answers this one: it was returned, or taken back. */
export function isAnswered(status: ReportStatus): boolean {
  return status === 'returned' || status === 'withdrawn'
}

/**
 * What a new report starts from, so that nothing is asked for twice: the whole text of the one it answers; else the claim and the next step
 * of the last one, with its date unless that has passed.
 */
export function prefillOf(before: ReportBefore | null, claimed: number, today: LocalDate): ReportDraft {
  const empty: ReportDraft = {
    kind: 'progress',
    claimedProgress: claimed,
    done: '',
    nextStep: '',
    nextStepOn: null,
    difficulty: '',
    helpNeeded: '',
  }
  if (!before) return empty
  const { status, ...text } = before
  if (isAnswered(status)) return text
  const { claimedProgress, nextStep, nextStepOn } = text
  const ahead = nextStepOn !== null && nextStepOn >= today ? nextStepOn : null
  return { ...empty, claimedProgress, nextStep, nextStepOn: ahead }
}
