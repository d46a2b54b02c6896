import type { EditableSetting } from '@/domain/settings'

/** The settings in the groups of the page. */
export const SETTING_GROUPS = {
  limits: [
    'acknowledgeWorkingDays',
    'lateHour',
    'refuseWorkingDays',
    'remindWorkingDays',
    'urgeAnswerWorkingDays',
    'meetingTaskDays',
  ],
  lights: ['riskWorkingDays', 'riskPoints', 'riskMissedPeriods', 'offMissedPeriods'],
  evidence: ['evidenceMegabytes', 'evidenceFiles'],
  session: ['idleMinutes'],
} as const satisfies Record<string, readonly EditableSetting[]>

/** The unit of measure behind each setting, by its key in the messages. */
export const SETTING_UNITS: Readonly<Record<EditableSetting, string>> = {
  acknowledgeWorkingDays: 'workingDays',
  refuseWorkingDays: 'workingDays',
  remindWorkingDays: 'workingDays',
  urgeAnswerWorkingDays: 'workingDays',
  riskWorkingDays: 'workingDays',
  meetingTaskDays: 'days',
  lateHour: 'hour',
  riskPoints: 'points',
  riskMissedPeriods: 'periods',
  offMissedPeriods: 'periods',
  evidenceMegabytes: 'megabytes',
  evidenceFiles: 'files',
  idleMinutes: 'minutes',
}
