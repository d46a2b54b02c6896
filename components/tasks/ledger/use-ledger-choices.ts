import { useTranslations } from 'next-intl'
import { formatDue, LEDGER_DUES, type LedgerDue } from '@/domain/tasks/ledger-due'
import {
  ledgerHref,
  type LedgerChosen,
  type LedgerFilter,
  type LedgerLight,
} from '@/domain/tasks/ledger-filter'
import { NO_LEAD } from '@/domain/tasks/ledger-group'
import { TASK_KINDS, TASK_STATUSES, type TaskKind, type TaskStatus } from '@/domain/tasks/lifecycle'
import { MOVE_PARTIES, type MoveParty } from '@/domain/tasks/whose-move'
import type { LedgerChoices } from '@/server/tasks/ledger-choices'
import { useTaskWords } from '../use-task-words'
import type { MenuChoice } from './ledger-menu'

/** A filter in force, with the address that goes on without it. */
export type ChosenFilter = { name: string; value: string; href: string }

/** The choices of one filter; each is the address that it leads to. */
export type ChoiceGroup = { name: string; choices: MenuChoice[] }
type ListKey = Exclude<keyof LedgerChosen, 'no' | 'q' | 'due' | 'during'>

/** Worst first, as the eye looks for them. */
const LIGHTS: readonly LedgerLight[] = ['off', 'risk', 'idle', 'ok', 'done', 'late']
const STATUSES: readonly TaskStatus[] = TASK_STATUSES.filter((status) => status !== 'draft')
const LONGEST = 24

/** The ledger's menus and the chips of what is chosen, in words; each choice is the address that it leads to. */
export function useLedgerChoices(filter: LedgerFilter, choices: LedgerChoices, named: LedgerChoices) {
  const t = useTranslations('tasks')
  const l = useTranslations('ledger')
  const common = useTranslations('common')
  const words = useTaskWords()
  const say = {
    light: (light: LedgerLight) => common(`lights.${light}`),
    status: (status: TaskStatus) => t(`status.${status}`),
    type: (kind: TaskKind) => t(`kind.${kind}`),
    move: (party: MoveParty) => l(`parties.${party}`),
    lead: nameOfUnit,
    unit: nameOfUnit,
    directive: nameOfDirective,
  }
  function nameOfUnit(code: string) {
    if (code === NO_LEAD) return l('noLead')
    const unit = [...choices.units, ...named.units].find((one) => one.code === code)
    return unit ? words.nameOf(unit) : code
  }
  function nameOfDirective(no: number) {
    const found = [...choices.directives, ...named.directives].find((one) => one.no === no)
    return found ? shorten(found.docNumber ?? found.title) : `D${no}`
  }
  function sayDue(due: LedgerDue) {
    if (typeof due === 'string') return l(`dues.${due}`)
    return l('dues.span', { from: due.from ?? '', to: due.to ?? '' })
  }

  function group<K extends ListKey>(key: K, all: readonly LedgerChosen[K][number][]): ChoiceGroup {
    type Value = LedgerChosen[K][number]
    const values: readonly Value[] = filter[key]
    const to = (next: readonly Value[]) => ledgerHref(filter, { [key]: next })
    const toggled = (value: Value) =>
      values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
    const any = { href: to([]), label: t('filters.clear'), current: false }
    const choicesOf = all.map((value) => ({
      href: to(toggled(value)),
      label: (say[key] as (value: Value) => string)(value),
      current: values.includes(value),
    }))
    return { name: nameOfFilter(key), choices: values.length > 0 ? [any, ...choicesOf] : choicesOf }
  }
  const nameOfFilter = (key: Exclude<keyof LedgerChosen, 'no' | 'during'>) =>
    key === 'type' || key === 'move' || key === 'due' ? l(`filters.${key}`) : t(`filters.${key}`)
  const due = filter.due && formatDue(filter.due)
  const groups = {
    light: group('light', LIGHTS),
    status: group('status', STATUSES),
    lead: group(
      'lead',
      choices.units.map((unit) => unit.code),
    ),
    directive: group(
      'directive',
      choices.directives.map((one) => one.no),
    ),
    type: group('type', TASK_KINDS),
    move: group('move', MOVE_PARTIES),
    due: {
      name: nameOfFilter('due'),
      choices: [
        ...(due
          ? [{ href: ledgerHref(filter, { due: null }), label: t('filters.clear'), current: false }]
          : []),
        ...LEDGER_DUES.map((one) => ({
          href: ledgerHref(filter, { due: one === due ? null : one }),
          label: sayDue(one),
          current: one === due,
        })),
      ],
    },
  }
  const inWords = <K extends ListKey>(key: K): [ListKey, string[]] => {
    const values: readonly LedgerChosen[K][number][] = filter[key]
    return [key, values.map(say[key] as (value: LedgerChosen[K][number]) => string)]
  }
  const keys = ['light', 'status', 'lead', 'unit', 'directive', 'type', 'move'] as const
  const chosen: ChosenFilter[] = keys
    .map((key) => inWords(key))
    .flatMap(([key, [first, ...others]]) => {
      if (first === undefined) return []
      const more = { first, count: others.length + 1, more: others.length }
      const value = others.length > 0 ? t('filters.several', more) : first
      return [{ name: nameOfFilter(key), value, href: ledgerHref(filter, { [key]: [] }) }]
    })
  if (filter.no.length > 0)
    chosen.unshift({
      name: l('filters.no'),
      value: l('named', { count: filter.no.length, first: filter.no[0] ?? 0 }),
      href: ledgerHref(filter, { no: [] }),
    })
  if (filter.due)
    chosen.push({
      name: nameOfFilter('due'),
      value: sayDue(filter.due),
      href: ledgerHref(filter, { due: null }),
    })
  if (filter.during)
    chosen.push({
      name: l('filters.during'),
      value: l(`during.${filter.during.event}`, { ...filter.during }),
      href: ledgerHref(filter, { during: null }),
    })
  if (filter.q) chosen.push({ name: t('filters.q'), value: filter.q, href: ledgerHref(filter, { q: '' }) })
  return { groups, chosen, nameOfUnit, nameOfDirective }
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
