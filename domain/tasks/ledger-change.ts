import type { LocalDate } from '@/domain/calendar/local-date'
import type { LedgerShown } from './ledger-group'
import type { TaskStatus } from './lifecycle'

/** The lights and marks that can have changed. */
export type ChangedLight = Exclude<LedgerShown, 'none'>

/** How a task stood on the evening of a day, or stands now; `light` null where it has none. */
export type LedgerStanding = {
  status: TaskStatus
  light: ChangedLight | null
  dueOn: LocalDate | null
  claimed: number
  verified: number
}

/** What changed of a task since a day: each part null or false where it is as it was. Progress in points, verified where it moved, else claimed. */
export type LedgerChange = {
  /** It went out after that day. */
  added: boolean
  completed: boolean
  terminated: boolean
  /** It was out already, but nothing is known of that day. */
  unknown: boolean
  light: { from: ChangedLight; to: ChangedLight } | null
  due: { from: LocalDate | null; to: LocalDate | null } | null
  progress: { of: 'verified' | 'claimed'; from: number; to: number } | null
}

const DONE: readonly TaskStatus[] = ['completed', 'struck_off', 'archived']
const NOTHING: LedgerChange = {
  added: false,
  completed: false,
  terminated: false,
  unknown: false,
  light: null,
  due: null,
  progress: null,
}

/** Compares how a task stands with how it stood; without a standing of that day it is new, or its history begins later. */
export function changeSince(
  before: LedgerStanding | undefined,
  now: LedgerStanding & { dispatchedOn: LocalDate | null },
  since: LocalDate,
): LedgerChange {
  if (!before) {
    const out = now.dispatchedOn !== null
    const added = now.dispatchedOn !== null && now.dispatchedOn > since
    return { ...NOTHING, added, unknown: out && !added, completed: added && DONE.includes(now.status) }
  }
  const { light } = before
  return {
    ...NOTHING,
    completed: DONE.includes(now.status) && !DONE.includes(before.status),
    terminated: now.status === 'terminated' && before.status !== 'terminated',
    light: light && now.light && light !== now.light ? { from: light, to: now.light } : null,
    due: before.dueOn === now.dueOn ? null : { from: before.dueOn, to: now.dueOn },
    progress: progressOf(before, now),
  }
}

function progressOf(before: LedgerStanding, now: LedgerStanding): LedgerChange['progress'] {
  const moved = (['verified', 'claimed'] as const).find((of) => before[of] !== now[of])
  return moved ? { of: moved, from: before[moved], to: now[moved] } : null
}

/** True where anything is to be said. */
export function isChanged(change: LedgerChange): boolean {
  return Object.values(change).some((part) => part !== null && part !== false)
}
