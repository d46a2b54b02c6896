import { describe, expect, it } from 'vitest'
import { missingForCorrection } from './review-correction'

const reviewedAt = new Date('2020-04-10T02:00:00Z')
const after = (seconds: number) => new Date(reviewedAt.getTime() + seconds * 1000)
const review = { reviewerId: 'me', reviewedAt }
const ask = (given: Partial<Parameters<typeof missingForCorrection>[1]> = {}) =>
  missingForCorrection(review, { personId: 'me', now: after(5), actedOnBy: null, ...given })?.code ?? null

describe('a review is taken back', () => {
  it('by its reviewer, within seconds', () => {
    expect(ask()).toBeNull()
    expect(ask({ now: after(8) })).toBeNull()
    expect(ask({ now: after(16) })).toBe('report.review_stands')
  })

  it('by nobody else, and not where there is none', () => {
    expect(ask({ personId: 'another' })).toBe('report.review_not_own')
    expect(ask({ personId: null })).toBe('report.review_not_own')
    expect(missingForCorrection(null, { personId: 'me', now: after(1), actedOnBy: null })?.code).toBe(
      'report.review_not_own',
    )
  })

  it('no more once somebody has acted on it', () => {
    expect(ask({ actedOnBy: '陈维' })).toBe('report.review_acted_on')
  })
})
