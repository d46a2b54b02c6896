import { describe, expect, it } from 'vitest'
import { fieldsOfZod } from '@/domain/errors'
import { reportDraftSchema, reviewSchema } from './report-input'
import { claimAwaitingReview, claimedProgressOf, missingForSubmission, REPORT_TEXT_LIMITS } from './report'

const codes = (
  result: ReturnType<typeof reportDraftSchema.safeParse> | ReturnType<typeof reviewSchema.safeParse>,
) => (result.error ? fieldsOfZod(result.error).map((field) => `${field.path}: ${field.code}`) : [])

describe('a liaison writes a report', () => {
  it('that may still be empty while it is a draft', () => {
    expect(reportDraftSchema.parse({ claimedProgress: 0 })).toEqual({
      kind: 'progress',
      claimedProgress: 0,
      done: '',
      nextStep: '',
      nextStepOn: null,
      difficulty: '',
      helpNeeded: '',
    })
  })

  it.each([
    [{ claimedProgress: 101 }, ['claimedProgress: report.progress_out_of_range']],
    [{ claimedProgress: -1 }, ['claimedProgress: report.progress_out_of_range']],
    [{ claimedProgress: 12.5 }, ['claimedProgress: report.progress_not_whole']],
    [{ claimedProgress: 50, nextStepOn: '2020-02-30' }, ['nextStepOn: date.no_such_day']],
    [{ claimedProgress: 50, done: 'x'.repeat(REPORT_TEXT_LIMITS.done + 1) }, ['done: report.text_too_long']],
  ])('with each fault named where it is: %#', (input, expected) => {
    expect(codes(reportDraftSchema.safeParse(input))).toEqual(expected)
  })

  it('and says what was done, or why nothing changed, before it is sent', () => {
    expect(missingForSubmission({ kind: 'progress', done: ' ' }, 0)).toEqual([
      { path: 'done', code: 'report.done_missing' },
    ])
    expect(missingForSubmission({ kind: 'no_change', done: '' }, 0)).toEqual([
      { path: 'done', code: 'report.no_change_reason_missing' },
    ])
    expect(missingForSubmission({ kind: 'progress', done: 'Surveyed 12 of 31.' }, 0)).toEqual([])
  })

  it('with evidence where completion is asked for, whatever progress is claimed', () => {
    expect(missingForSubmission({ kind: 'completion', done: 'Done.' }, 0)).toEqual([
      { path: 'evidence', code: 'report.evidence_missing' },
    ])
    expect(missingForSubmission({ kind: 'completion', done: 'Done.' }, 1)).toEqual([])
    expect(reportDraftSchema.parse({ kind: 'completion', claimedProgress: 80 }).claimedProgress).toBe(80)
  })

  it('of no change claims what was claimed before', () => {
    expect(claimedProgressOf({ kind: 'no_change', claimedProgress: 90 }, 40)).toBe(40)
    expect(claimedProgressOf({ kind: 'progress', claimedProgress: 90 }, 40)).toBe(90)
  })

  it('and what waits for review is the highest claim submitted', () => {
    const draft = { status: 'draft', claimedProgress: 90 }
    expect(claimAwaitingReview([draft])).toBeNull()
    expect(claimAwaitingReview([draft, { status: 'submitted', claimedProgress: 60 }])).toBe(60)
  })
})

describe('an officer reviews a report', () => {
  it('accepting needs the verified progress and its basis', () => {
    expect(
      codes(reviewSchema.safeParse({ decision: 'accept', verifiedProgress: 60, basis: 'visit' })),
    ).toEqual([])
    expect(codes(reviewSchema.safeParse({ decision: 'accept', verifiedProgress: 60 }))).toEqual([
      'basis: review.basis_missing',
    ])
    expect(
      codes(reviewSchema.safeParse({ decision: 'accept', basis: 'visit', verifiedProgress: 140 })),
    ).toEqual(['verifiedProgress: report.progress_out_of_range'])
  })

  it('returning needs the kind of fault and a reason', () => {
    expect(
      codes(reviewSchema.safeParse({ decision: 'return', returnKind: 'no_evidence', reason: 'No list.' })),
    ).toEqual([])
    expect(codes(reviewSchema.safeParse({ decision: 'return', reason: '  ' }))).toEqual([
      'returnKind: review.return_kind_missing',
      'reason: review.reason_missing',
    ])
  })
})
