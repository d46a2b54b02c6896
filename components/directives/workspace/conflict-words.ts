import { joined } from '@/domain/documents/words'
import type { useTranslations } from 'next-intl'
import { formatDate } from '@/lib/format-date'
import type { Step } from './draft-store'
import type { WorkspaceFacts } from './workspace-context'

type T = ReturnType<typeof useTranslations<'workspace'>>
type Reader = Pick<WorkspaceFacts, 'unitName'> & { language: 'en' | 'zh-CN' }

const FIELDS = [
  'title',
  'expectedResult',
  'remark',
  'dueOn',
  'kind',
  'cycle',
  'cycleDay',
  'milestones',
  'indicators',
  'lead',
  'supporting',
  'class',
  'status',
  'draftState',
] as const
type Field = (typeof FIELDS)[number]

/** Where the words of a field's values stand. */
const GROUPS: Partial<Record<Field, string>> = {
  kind: 'kinds',
  cycle: 'due.cycles',
  class: 'classes',
  status: 'taskStatus',
  draftState: 'states',
}

/** The field of a conflict, where it is one that people know by name. */
export const fieldOf = (name: unknown): Field | undefined => FIELDS.find((one) => one === name)

/** A value of a field as people read it: units by name, dates and states in words. */
export function valueIn(t: T, field: Field, value: string, { unitName, language }: Reader): string {
  if (value === '') return t('none')
  if (field === 'dueOn') return formatDate(value, language)
  if (field === 'lead' || field === 'supporting') return joined({ language }, value.split(',').map(unitName))
  // The value comes from the server, so that its key is not known to the compiler.
  const key = `${GROUPS[field]}.${value}` as 'kinds.phased'
  return GROUPS[field] && t.has(key) ? t(key) : value
}

/** What the person wanted in the act that was not saved, so that nothing typed is lost. */
export function wantedIn(t: T, step: Step, { unitName, language }: Reader): string | undefined {
  if (step.kind !== 'act') return undefined
  const { act } = step
  switch (act.type) {
    case 'setTitle':
    case 'setText':
      return act.value
    case 'addTask':
    case 'whole':
      return act.title
    case 'discard':
      return act.reason
    case 'setLead':
      return `${t('fields.lead')} ${unitName(act.unitId)}`
    case 'addSupporting':
      return `${t('fields.supporting')} ${unitName(act.unitId)}`
    case 'putMilestone':
      return `${formatDate(act.dueOn, language)} ${act.title}`
    case 'putIndicator':
      return [act.name, act.target ?? '', act.measure].filter((one) => one !== '').join(' ')
    case 'setDue':
      return act.dueOn ? `${t('fields.due')} ${formatDate(act.dueOn, language)}` : t('actNames.setDue')
    default:
      return t(`actNames.${act.type}`)
  }
}
