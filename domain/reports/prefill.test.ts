import { describe, expect, it } from 'vitest'
import { prefillOf, type ReportBefore } from './prefill'

const before: ReportBefore = {
  status: 'accepted',
  kind: 'progress',
  claimedProgress: 40,
  done: 'Surveyed 12.',
  nextStep: 'Survey the rest.',
  nextStepOn: '2020-05-01',
  difficulty: 'Rain.',
  helpNeeded: '',
}

describe('a liaison starts a report', () => {
  it('from nothing but the claim, the first time', () => {
    expect(prefillOf(null, 20, '2020-04-10')).toMatchObject({ claimedProgress: 20, done: '', nextStep: '' })
  })
  it('from the last claim and the last next step, its date only while it lies ahead', () => {
    expect(prefillOf(before, 0, '2020-04-10')).toMatchObject({
      claimedProgress: 40,
      done: '',
      nextStep: 'Survey the rest.',
      nextStepOn: '2020-05-01',
      difficulty: '',
    })
    expect(prefillOf(before, 0, '2020-05-02').nextStepOn).toBeNull()
  })
  it('from all that was said, where the last one was returned or taken back', () => {
    for (const status of ['returned', 'withdrawn'] as const) {
      const { status: _status, ...text } = before
      expect(prefillOf({ ...before, status }, 0, '2020-06-01')).toEqual(text)
    }
  })
})
