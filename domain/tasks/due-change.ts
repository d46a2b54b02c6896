import type { LocalDate } from '@/domain/calendar/local-date'

/** An assignment with its date, and the assignment of the same task that it was handed down from. */
export type DatedPart = { id: string; dueOn: LocalDate | null; open: boolean; parentId: string | null }

/** A task with its date, the assignment that it hangs on, and its own assignments. */
export type DatedTask = {
  id: string
  dueOn: LocalDate | null
  open: boolean
  parentPartId: string | null
  parts: readonly DatedPart[]
}

/** A new date of a task or an assignment; `depth` counts from the task that was changed: what stands above is written first where dates move out. */
export type MovedDate = { of: 'task' | 'part'; id: string; to: LocalDate; depth: number }

/**
 * The dates that follow when a task's due date becomes `to`. Its own open assignments that went by its date go with it; whatever open would be
 * due after what stands above it, down to the last county, is drawn in. Nothing handed down gets later by it: that is for its owner to ask.
 */
export function followingDates(root: DatedTask, below: readonly DatedTask[], to: LocalDate): MovedDate[] {
  const moved: MovedDate[] = [{ of: 'task', id: root.id, to, depth: 0 }]
  const dateOf = new Map<string, LocalDate | null>()

  const walk = (task: DatedTask, limit: LocalDate | null, depth: number, follows: boolean) => {
    const settle = (part: DatedPart, bound: LocalDate | null, at: number) => {
      const goes = follows && part.parentId === null && part.dueOn === task.dueOn
      const next = !part.open ? part.dueOn : goes ? bound : drawnIn(part.dueOn, bound)
      if (next !== part.dueOn && next !== null) moved.push({ of: 'part', id: part.id, to: next, depth: at })
      dateOf.set(part.id, next)
      for (const one of task.parts) if (one.parentId === part.id) settle(one, next, at + 1)
      for (const one of below) if (one.parentPartId === part.id) descend(one, next, at + 1)
    }
    for (const part of task.parts) if (part.parentId === null) settle(part, limit, depth + 1)
  }
  const descend = (task: DatedTask, bound: LocalDate | null, depth: number) => {
    const next = task.open ? drawnIn(task.dueOn, bound) : task.dueOn
    if (next !== task.dueOn && next !== null) moved.push({ of: 'task', id: task.id, to: next, depth })
    walk(task, next, depth, false)
  }
  walk(root, to, 0, true)
  return moved
}

function drawnIn(on: LocalDate | null, bound: LocalDate | null): LocalDate | null {
  return on !== null && bound !== null && on > bound ? bound : on
}
