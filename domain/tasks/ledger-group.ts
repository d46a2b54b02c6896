import { LEDGER_LIGHTS, type LedgerFilter, type LedgerLight } from './ledger-filter'
import type { LedgerGroup } from './ledger-look'
import { TASK_STATUSES, UNDISPATCHED_TASK_STATUSES, type TaskStatus } from './lifecycle'

/** What a task shows where lights are counted: its light, the mark that stands in place of one, or nothing before it went out. */
export const SHOWN_LIGHTS = [
  'off',
  'risk',
  'idle',
  'ok',
  'done',
  'late',
  'suspended',
  'terminated',
  'none',
] as const
/** One of `SHOWN_LIGHTS`, in this order: the worst first. */
export type LedgerShown = (typeof SHOWN_LIGHTS)[number]

/** The key of the group of tasks without a lead unit. */
export const NO_LEAD = '-'

/** The tasks of a group alone: the filter that its figure links to. `key` as the group carries it: a unit's code, D3, a light, a status. */
export function narrowTo(filter: LedgerFilter, group: LedgerGroup, key: string): LedgerFilter {
  switch (group) {
    case 'lead':
      return { ...filter, lead: [key] }
    case 'directive':
      return { ...filter, directive: [Number(key.slice(1))] }
    case 'status':
      return { ...filter, status: TASK_STATUSES.filter((status) => status === key) }
    case 'light':
      return { ...filter, ...shownAs(filter, key) }
    case 'none':
      return filter
  }
}

function shownAs(filter: LedgerFilter, key: string): Pick<LedgerFilter, 'light' | 'status'> {
  const light = LEDGER_LIGHTS.find((one) => one === key)
  if (light) return { light: [light], status: filter.status }
  return { light: filter.light, status: statusesOfMark(filter.status, key) }
}

/** Marks follow from the status: 挂起, 终止, not gone out yet. Drafts only where they were asked for. */
function statusesOfMark(chosen: readonly TaskStatus[], key: string): TaskStatus[] {
  const marked: readonly TaskStatus[] = key === 'none' ? UNDISPATCHED_TASK_STATUSES : [key as TaskStatus]
  return chosen.length > 0
    ? marked.filter((status) => chosen.includes(status))
    : marked.filter((status) => status !== 'draft')
}

/** The light that is counted, where it is one that can be asked for. */
export function askableLight(shown: LedgerShown): LedgerLight | null {
  return LEDGER_LIGHTS.find((light) => light === shown) ?? null
}
