import { isActiveAssignment, type AssignmentStatus } from '@/domain/tasks/assignment-lifecycle'

/** An assignment as the arithmetic of visibility sees it. */
export type AssignmentNode = {
  id: string
  taskId: string
  unitId: string
  status: AssignmentStatus
  parentAssignmentId: string | null
  /** The assignment that its task hangs on, where the task was handed down; null for the office's own. */
  taskParentAssignmentId?: string | null
}

/**
 * The units of an assignment's lineage: its own first, then those of its ancestors along parent assignments and along
 * the assignment that a handed-down task hangs on. A replaced ancestor gives nothing. `byId` must hold the ancestors;
 * a missing one or a ring ends the walk.
 */
export function lineageOf(id: string, byId: ReadonlyMap<string, AssignmentNode>): string[] {
  const units = new Set<string>()
  const seen = new Set<string>()
  for (let node = byId.get(id); node && !seen.has(node.id); ) {
    if (node.id === id || isActiveAssignment(node.status)) units.add(node.unitId)
    seen.add(node.id)
    const parent = node.parentAssignmentId ?? node.taskParentAssignmentId
    node = parent ? byId.get(parent) : undefined
  }
  return [...units]
}

/** Index of assignments by id, for `lineageOf`. */
export function byAssignmentId(assignments: readonly AssignmentNode[]): Map<string, AssignmentNode> {
  return new Map(assignments.map((assignment) => [assignment.id, assignment]))
}

/**
 * Who may read a task on account of its assignments: the units of its active ones (not replaced) and of all their
 * ancestors. The list must hold the task's assignments and their ancestors, those of parent tasks too.
 */
export function readerUnitsOf(taskId: string, assignments: readonly AssignmentNode[]): string[] {
  const byId = byAssignmentId(assignments)
  const own = assignments.filter((one) => one.taskId === taskId && isActiveAssignment(one.status))
  return [...new Set(own.flatMap((one) => lineageOf(one.id, byId)))]
}
