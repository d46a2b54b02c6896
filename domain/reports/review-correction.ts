/** Seconds for which a review may be taken back, as the bar on the page offers it (screens.md §7). */
export const UNDO_SECONDS = 8
/** Seconds more that the server allows, for the way of the answer and of the undoing. */
const TRAVEL_SECONDS = 7

type Review = { reviewerId: string; reviewedAt: Date }

/**
 * What stands against taking a review back, or null: only its reviewer may, within seconds, and while nobody has acted on it (`actedOnBy`: who
 * did, null for nobody).
 */
export function missingForCorrection(
  review: Review | null,
  { personId, now, actedOnBy }: { personId: string | null; now: Date; actedOnBy: string | null },
): { code: string; params: Record<string, string | number> } | null {
  if (!review || review.reviewerId !== personId) return { code: 'report.review_not_own', params: {} }
  if (now.getTime() - review.reviewedAt.getTime() > (UNDO_SECONDS + TRAVEL_SECONDS) * 1000)
    return { code: 'report.review_stands', params: { seconds: UNDO_SECONDS } }
  return actedOnBy === null ? null : { code: 'report.review_acted_on', params: { by: actedOnBy } }
}
