import { isAcknowledged, type AssignmentStatus } from './assignment-lifecycle'

/** A child assignment as the roll-up counts it. Weight 1 unless set; progress in points. */
export type RollUpPart = {
  status: AssignmentStatus
  weight: number
  claimed: number
  verified: number
  reported: boolean
}

/**
 * How the parts stand together: n of m acknowledged, reported, completed, and progress weighted, in whole points.
 * It stands beside the unit's own figure and never overwrites it. Null progress where nothing counts.
 */
export type RollUp = {
  total: number
  acknowledged: number
  reported: number
  completed: number
  claimed: number | null
  verified: number | null
}

/** Sums up parts; waived and replaced ones count for nothing. */
export function rollUp(parts: readonly RollUpPart[]): RollUp {
  const counted = parts.filter((part) => part.status !== 'waived' && part.status !== 'replaced')
  const weight = counted.reduce((sum, part) => sum + part.weight, 0)
  const mean = (points: (part: RollUpPart) => number) =>
    weight === 0
      ? null
      : Math.round(counted.reduce((sum, part) => sum + points(part) * part.weight, 0) / weight)
  return {
    total: counted.length,
    acknowledged: counted.filter((part) => isAcknowledged(part.status)).length,
    reported: counted.filter((part) => part.reported).length,
    completed: counted.filter((part) => part.status === 'accepted').length,
    claimed: mean((part) => part.claimed),
    verified: mean((part) => part.verified),
  }
}
