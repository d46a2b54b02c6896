import { useTranslations } from 'next-intl'
import { ledgerHref, type LedgerFilter, type LedgerLight } from '@/domain/tasks/ledger-filter'
import { TASK_STATUSES, type TaskStatus } from '@/domain/tasks/lifecycle'
import type { LedgerChoices } from '@/server/tasks/ledger-choices'
import type { MenuChoice } from './ledger-menu'
import { useTaskWords } from './use-task-words'

/** A filter in force, with the address that goes on without it. */
export type ChosenFilter = { name: string; value: string; href: string }

type Group = { name: string; choices: MenuChoice[] }
type ListKey = 'light' | 'status' | 'lead' | 'unit' | 'directive'

/** Worst first, as the eye looks for them. */
const LIGHTS: readonly LedgerLight[] = ['off', 'risk', 'idle', 'ok', 'done', 'late']
const LONGEST = 24

/** The ledger's menus and the chips of what is chosen, in words; each choice is the address that it leads to. */
export function useLedgerChoices(filter: LedgerFilter, choices: LedgerChoices, named: LedgerChoices) {
  const t = useTranslations('tasks')
  const common = useTranslations('common')
  const words = useTaskWords()
  const nameOfUnit = (code: string) => {
    const unit = [...choices.units, ...named.units].find((one) => one.code === code)
    return unit ? words.nameOf(unit) : code
  }
  const nameOfDirective = (no: number) => {
    const found = [...choices.directives, ...named.directives].find((one) => one.no === no)
    return found ? shorten(found.docNumber ?? found.title) : `D${no}`
  }
  const sayLight = (light: LedgerLight) => common(`lights.${light}`)
  const sayStatus = (status: TaskStatus) => t(`status.${status}`)

  function group<T extends string | number>(
    key: ListKey,
    all: readonly T[],
    values: readonly T[],
    say: (value: T) => string,
  ): Group {
    const to = (next: readonly T[]) => ledgerHref(filter, { [key]: next })
    const toggled = (value: T) =>
      values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
    const any = { href: to([]), label: t('filters.clear'), current: false }
    const choicesOf = all.map((value) => ({
      href: to(toggled(value)),
      label: say(value),
      current: values.includes(value),
    }))
    return { name: t(`filters.${key}`), choices: values.length > 0 ? [any, ...choicesOf] : choicesOf }
  }
  const groups = {
    light: group('light', LIGHTS, filter.light, sayLight),
    status: group(
      'status',
      TASK_STATUSES.filter((status) => status !== 'draft'),
      filter.status,
      sayStatus,
    ),
    lead: group(
      'lead',
      choices.units.map((unit) => unit.code),
      filter.lead,
      nameOfUnit,
    ),
    directive: group(
      'directive',
      choices.directives.map((one) => one.no),
      filter.directive,
      nameOfDirective,
    ),
  }
  const inWords: Record<ListKey, string[]> = {
    light: filter.light.map(sayLight),
    status: filter.status.map(sayStatus),
    lead: filter.lead.map(nameOfUnit),
    unit: filter.unit.map(nameOfUnit),
    directive: filter.directive.map(nameOfDirective),
  }
  const chosen: ChosenFilter[] = (Object.keys(inWords) as ListKey[]).flatMap((key) => {
    const [first, ...others] = inWords[key]
    if (first === undefined) return []
    const value =
      others.length > 0
        ? t('filters.several', { first, count: others.length + 1, more: others.length })
        : first
    return [{ name: t(`filters.${key}`), value, href: ledgerHref(filter, { [key]: [] }) }]
  })
  if (filter.q) chosen.push({ name: t('filters.q'), value: filter.q, href: ledgerHref(filter, { q: '' }) })
  return { groups, chosen }
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
