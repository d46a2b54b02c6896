import { describe, expect, it } from 'vitest'
import {
  changedSettings,
  defaultSettings,
  EDITABLE_SETTINGS,
  rangeOf,
  settingsSchema,
  typedSettingsSchema,
} from './settings'

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

describe('settings as the office head types them', () => {
  const asTyped = (more: Record<string, string> = {}) => ({
    ...Object.fromEntries(EDITABLE_SETTINGS.map((key) => [key, String(defaultSettings[key])])),
    ...more,
  })
  it('are read as numbers, and those that differ are named', () => {
    const after = typedSettingsSchema.parse(asTyped({ riskPoints: ' 15 ' }))
    expect(after.riskPoints).toBe(15)
    expect(changedSettings(defaultSettings, after)).toEqual(['riskPoints'])
    expect(rangeOf('idleMinutes')).toEqual({ min: 5, max: 480 })
  })
  it('are refused outside their range, empty, or where red would come before yellow', () => {
    const problemsOf = (more: Record<string, string>) =>
      typedSettingsSchema
        .safeParse(asTyped(more))
        .error?.issues.map(({ path, message }) => [path[0], message])
    expect(problemsOf({ idleMinutes: '4' })).toEqual([['idleMinutes', 'settings.out_of_range']])
    expect(problemsOf({ lateHour: '16.5' })).toEqual([['lateHour', 'settings.out_of_range']])
    expect(problemsOf({ riskPoints: 'ten' })).toEqual([['riskPoints', 'settings.out_of_range']])
    expect(problemsOf({ riskPoints: '' })).toEqual([['riskPoints', 'settings.missing']])
    expect(problemsOf({ riskMissedPeriods: '2' })).toEqual([
      ['offMissedPeriods', 'settings.red_not_after_yellow'],
    ])
  })
})
