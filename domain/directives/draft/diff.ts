import type { Draft, DraftProvision, DraftTask } from './model'

/** Rows of a draft that an act changed, as they were or as they are. */
export type DraftRows = { tasks: readonly DraftTask[]; provisions: readonly DraftProvision[] }

/** What an act changed: rows before (changed or gone) and after (changed or new). */
export type DraftDiff = { before: DraftRows; after: DraftRows }

type Row = { id: string; version: number }

function changed<T extends Row>(before: readonly T[], after: readonly T[]): { before: T[]; after: T[] } {
  const old = new Map(before.map((row) => [row.id, row]))
  const now = new Map(after.map((row) => [row.id, row]))
  const same = (a: T, b: T) => a === b || sameRow(a, b)
  return {
    before: before.filter((row) => !now.has(row.id) || !same(row, now.get(row.id) ?? row)),
    after: after.filter((row) => !old.has(row.id) || !same(row, old.get(row.id) ?? row)),
  }
}

/** Equal in all but the version: what undo asks before it puts a row back. */
export function sameRow(a: Row, b: Row): boolean {
  return canonical(a) === canonical(b)
}

function canonical(row: Row): string {
  return JSON.stringify(row, (key: string, value: unknown) => {
    if (key === 'version') return undefined
    if (key === 'provisionIds' && Array.isArray(value)) return [...value].sort()
    if ((key === 'parts' || key === 'milestones' || key === 'indicators') && Array.isArray(value))
      return [...value].sort((x: Row, y: Row) => (x.id < y.id ? -1 : 1))
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
    }
    return value
  })
}

/** The rows in which two states of one draft differ; versions do not count. */
export function diffDraft(before: Draft, after: Draft): DraftDiff {
  const tasks = changed(before.tasks, after.tasks)
  const provisions = changed(before.provisions, after.provisions)
  return {
    before: { tasks: tasks.before, provisions: provisions.before },
    after: { tasks: tasks.after, provisions: provisions.after },
  }
}

/** True where nothing changed. */
export function isEmptyDiff(diff: DraftDiff): boolean {
  const rows = [diff.before.tasks, diff.before.provisions, diff.after.tasks, diff.after.provisions]
  return rows.every((list) => list.length === 0)
}

/** The versions of the rows that existed before: what the server compares with its own. */
export function versionsOf(diff: DraftDiff): Record<string, number> {
  return Object.fromEntries(
    [...diff.before.tasks, ...diff.before.provisions].map((row) => [row.id, row.version]),
  )
}

/** The draft with rows taken out and rows put in: how a diff is applied, forwards or back. */
export function withRows(draft: Draft, out: DraftRows, put: DraftRows): Draft {
  const replace = <T extends Row>(rows: readonly T[], gone: readonly T[], come: readonly T[]): T[] => {
    const ids = new Set([...gone, ...come].map((row) => row.id))
    return [...rows.filter((row) => !ids.has(row.id)), ...come]
  }
  return {
    ...draft,
    tasks: replace(draft.tasks, out.tasks, put.tasks),
    provisions: replace(draft.provisions, out.provisions, put.provisions),
  }
}
