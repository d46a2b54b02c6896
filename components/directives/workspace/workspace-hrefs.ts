import type { WorkspaceView } from '@/server/directives/workspace/get-workspace'

type Of = Pick<WorkspaceView, 'breakdown'> & { directive: { no: number } }

/** Where the workspace stands, and whose page it is left for: the directive's, or that of the task that a unit breaks down. */
export function hrefsOf({ directive, breakdown }: Of): { home: string; here: string; label: string } {
  if (breakdown) {
    const label = `T${breakdown.task.no}`
    return { home: `/tasks/${label}`, here: `/tasks/${label}/breakdown`, label }
  }
  const label = `D${directive.no}`
  return { home: `/directives/${label}`, here: `/directives/${label}/decompose`, label }
}
