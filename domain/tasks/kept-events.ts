import type { AuditEvent } from '@/domain/audit/events'

/** What is kept under a task (milestones, registers, indicators) as far as everybody who reads the task may know that it happened. */
export const KEPT_ENTITIES = ['milestone', 'register', 'indicator'] as const

/** Their events in a task's history; what single units filled in is told where it stands. */
export const KEPT_EVENTS = [
  'milestone.added',
  'milestone.redated',
  'milestone.dropped',
  'milestone.done',
  'milestone.undone',
  'register.created',
  'register.edited',
  'indicator.added',
  'indicator.edited',
  'indicator.dropped',
] as const satisfies readonly AuditEvent[]
