/** The statuses of a directive 指令文件 (domain.md §3). */
export const DIRECTIVE_STATUSES = ['draft', 'filed', 'discarded', 'in_force', 'closed', 'archived'] as const
/** One of `DIRECTIVE_STATUSES`. */
export type DirectiveStatus = (typeof DIRECTIVE_STATUSES)[number]

/** The events of a directive. `file` 存查: no task comes of it; `enforce`: the first dispatch of one of its tasks. */
export const DIRECTIVE_EVENTS = ['file', 'discard', 'enforce', 'close', 'archive', 'reopen'] as const
/** One of `DIRECTIVE_EVENTS`. */
export type DirectiveEvent = (typeof DIRECTIVE_EVENTS)[number]

/** Where each event leads; a missing cell is a refusal. */
export const DIRECTIVE_TABLE: {
  readonly [S in DirectiveStatus]: Readonly<Partial<Record<DirectiveEvent, DirectiveStatus>>>
} = {
  draft: { file: 'filed', discard: 'discarded', enforce: 'in_force' },
  filed: {},
  discarded: {},
  in_force: { close: 'closed' },
  closed: { archive: 'archived', reopen: 'in_force' },
  archived: {},
}

/** The status after the event, or null for a refusal. */
export function nextDirectiveStatus(status: DirectiveStatus, event: DirectiveEvent): DirectiveStatus | null {
  return DIRECTIVE_TABLE[status][event] ?? null
}

/** What stands against closing or archiving: tasks of it that are open, the first named by number. The office head can mend it. */
export function missingForClosing(facts: {
  openTasks: number
  /** Numbers of the first of them. */
  nos?: readonly number[]
}): { code: string; params: { count: number; nos: string }; mender: 'office_head' }[] {
  const { openTasks, nos = [] } = facts
  if (openTasks === 0) return []
  const named = nos.map((no) => `T${no}`).join(' ')
  return [
    {
      code: 'directive.tasks_open',
      params: { count: openTasks, nos: openTasks > nos.length ? `${named} …`.trim() : named },
      mender: 'office_head',
    },
  ]
}
