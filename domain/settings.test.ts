import { describe, expect, it } from 'vitest'
import { defaultSettings, settingsSchema } from './settings'

describe('the settings of a fresh installation', () => {
  it('are those of domain.md §3', () => {
    expect(defaultSettings).toMatchObject({
      acknowledgeWorkingDays: 1,
      refuseWorkingDays: 2,
      remindWorkingDays: 3,
      riskWorkingDays: 3,
      riskPoints: 10,
      riskMissedPeriods: 1,
      offMissedPeriods: 2,
      urgeAnswerWorkingDays: 2,
      lateHour: 16,
      zone: 'Asia/Shanghai',
    })
  })

  it('one that the office head changed leaves the others, one that makes no sense is refused', () => {
    expect(settingsSchema.parse({ riskPoints: 15 })).toEqual({ ...defaultSettings, riskPoints: 15 })
    for (const bad of [
      { riskPoints: 101 },
      { lateHour: 25 },
      { idleMinutes: 0 },
      { refuseWorkingDays: 1.5 },
    ]) {
      expect(settingsSchema.safeParse(bad).success).toBe(false)
    }
  })
})
