import { partsOf, localDateOf, monthEnd, type LocalDate } from '@/domain/calendar/local-date'

/** What a unit was asked for in a month, by kind: slips it received, periodic reports that fell due, answers that fell due. */
export type Requests = { urges: number; reports: number; answers: number }

/** The requests in all. */
export function totalOf({ urges, reports, answers }: Requests): number {
  return urges + reports + answers
}

/** What a slip adds in the month in which it is sent: itself, and its answer where that falls due in the same month. */
export function addedBySlip(month: Month, answerByOn: LocalDate): Requests {
  return { urges: 1, reports: 0, answers: answerByOn >= month.fromOn && answerByOn <= month.toOn ? 1 : 0 }
}

/** A calendar month from its first to its last day. */
export type Month = { fromOn: LocalDate; toOn: LocalDate }

/** The calendar month in which a day lies: what requests are counted by. */
export function monthOf(day: LocalDate): Month {
  const { year, month } = partsOf(day)
  return { fromOn: localDateOf(year, month, 1) ?? day, toOn: monthEnd(day) }
}

/** 每单位每月要求数: requests over units and months, numerator and denominator apart (domain.md §5); null without a denominator. */
export function requestsPerUnitMonth(requests: number, units: number, months: number) {
  const denominator = units * months
  return denominator === 0 ? null : { numerator: requests, denominator, value: requests / denominator }
}
