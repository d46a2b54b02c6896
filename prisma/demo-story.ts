// The words in which the demo's stories are told. Days are working days from the day of the seeding (demo-dates.ts); units are codes.
import type { ExtensionReason } from '@/domain/extensions/lifecycle'
import type { ReportKind } from '@/domain/reports/lifecycle'
import type { ReturnKind, VerificationBasis } from '@/domain/reports/report'
import type { ProvisionClass } from '@/domain/directives/decomposition'
import type { ReportingCycle } from '@/domain/tasks/reporting-cycle'
import type { DemoDates } from './demo-dates'

/** A report of a unit (the lead where none is named) with what became of it; without a decision it waits for its review. */
export type ReportStory = {
  day: number
  claimed: number
  done: string
  unit?: string
  kind?: ReportKind
  next?: string
  nextDay?: number
  difficulty?: string
  help?: string
  /** What it gives for the task's indicator, as of its day. */
  value?: number
  /** Names of files; the ending says the kind. */
  files?: string[]
  /** A document number or a record elsewhere, instead of a file. */
  reference?: string
  /** Where it stopped inside the unit. */
  stopsAt?: 'draft' | 'signoff'
  /** The head gave it back inside the unit, and there it lies. */
  sentBack?: string
  accepted?: { day: number; verified: number; basis: VerificationBasis; reason?: string }
  returned?: { day: number; kind: ReturnKind; reason: string }
}

/** One task: the words of its sentence, what the office made of it, and what happened. */
export type TaskStory = {
  key: string
  find: string
  title: string
  result: string
  lead: string
  support?: string[]
  /** Null: an ongoing task, with a cycle; without it the date stays as read in the text. */
  due?: number | null
  cycle?: ReportingCycle
  cascade?: boolean
  /** Which sending it goes with, counted from 0; the first where none is named. */
  wave?: number
  /** Units that acknowledged on another day than the first after dispatch; null: not yet. */
  acknowledged?: Record<string, number | null>
  refused?: { unit: string; day: number; reason: string; stands?: { day: number; reason: string } }
  waived?: { unit: string; day: number; reason: string }
  /** The lead was urged at level one; its head answered, or not yet. */
  urged?: { day: number; text: string; answered?: { day: number; text: string } }
  /** More time asked for by the lead's head; endorsed the same day, it waits for the leader. */
  extension?: {
    day: number
    to: string
    kind: ExtensionReason
    reason: string
    change: string
    endorsed: string
  }
  /** A note of the leader in charge that the lead has not answered yet. */
  note?: { day: number; text: string; answerBy: string }
  /** Handed down whole by the lead to all provinces: those that acknowledged, and one that handed it on to its own units. */
  handedDown?: {
    day: number
    note: string
    acknowledged: string[]
    onward?: { unit: string; note: string; acknowledged: string[] }
  }
  reports?: ReportStory[]
  completed?: number
  struckOff?: number
}

/** A sending to the office head: who waits there, what was approved, dispatched or declined, and when. */
export type Wave = {
  submitted: number
  dispatched?: number
  approved?: { day: number; keys: string[] }
  declined?: { day: number; keys: string[]; reason: string }
}

/** One directive with all that came of it. */
export type DirectiveStory = {
  key: string
  text: (dates: DemoDates) => string
  title: string
  issuer: string
  kind: 'meeting' | 'document' | 'instruction'
  urgency?: 'urgent' | 'extra_urgent'
  docNumber?: (dates: DemoDates) => string
  chair?: string
  issued: number
  takenIn: number
  /** The officer who has it in hand, by account. */
  officer: string
  /** False: only the tasks named here were decided on; the rest is as the program proposed it. */
  decided: boolean
  tasks: TaskStory[]
  /** Why sentences that read like tasks became none, by their words. */
  dropped: { find: string; reason: string; class: ProvisionClass }[]
  waves: Wave[]
  closed?: { day: number; reason: string }
  /** Tasks said to ask for the same as one of an earlier directive (`minutes/warning`). */
  same?: { day: number; key: string; as: string }[]
}

type MoreOfReport = Omit<ReportStory, 'day' | 'claimed' | 'done'>

/** A report of progress on a day, claiming so many points. */
export const progress = (
  day: number,
  claimed: number,
  done: string,
  more: MoreOfReport = {},
): ReportStory => ({
  day,
  claimed,
  done,
  ...more,
})

/** An application for completion 申请办结, always with evidence. */
export const completion = (
  day: number,
  done: string,
  files: string[],
  more: MoreOfReport = {},
): ReportStory => ({
  day,
  claimed: 100,
  done,
  files,
  kind: 'completion',
  ...more,
})

/** Accepted on a day with so many points verified, by what. */
export const accepted = (day: number, verified: number, basis: VerificationBasis, reason?: string) => ({
  accepted: { day, verified, basis, reason },
})

/** Returned on a day with kind and reason. */
export const returned = (day: number, kind: ReturnKind, reason: string) => ({
  returned: { day, kind, reason },
})
