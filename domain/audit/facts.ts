/** 值得查看: facts about how the work was done that discipline may want to look at (screens.md §11). Facts, no verdict. */
export const FACTS = [
  'moved_after_due',
  'reviewed_at_once',
  'unopened_evidence',
  'claimed_above',
  'reopened',
  'returned_often',
] as const
/** One of `FACTS`. */
export type Fact = (typeof FACTS)[number]

/** From where a fact counts: seconds between submission and review, points claimed above verified, returns of one part. */
export const FACT_LIMITS = { seconds: 60, points: 20, returns: 3 } as const

/** True for the name of a fact. */
export function isFact(value: string): value is Fact {
  return (FACTS as readonly string[]).includes(value)
}

/** A place in a list of facts, as an address carries it: the instant and the id of the last row seen. */
export const FACT_CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([0-9a-f-]{36})$/

/** The address of the rows behind a fact's count, after a place in it. */
export function factHref(fact: Fact, after?: string | null): string {
  return `/audit/facts/${fact}${after ? `?after=${encodeURIComponent(after)}` : ''}`
}
