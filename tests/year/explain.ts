// The log explains every state: read in its order, each record's entries lead by allowed steps to where it stands.
import { DIRECTIVE_TABLE } from '@/domain/directives/lifecycle'
import { EXTENSION_TABLE } from '@/domain/extensions/lifecycle'
import { REPORT_TABLE } from '@/domain/reports/lifecycle'
import { ASSIGNMENT_TABLE } from '@/domain/tasks/assignment-lifecycle'
import { TASK_TABLE } from '@/domain/tasks/lifecycle'
import { URGE_TABLE } from '@/domain/urges/lifecycle'
import type { Db } from '@/server/db'

type Table = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>
type Kind = { entity: string; first: string; table: Table; stands: (db: Db) => Promise<Standing[]> }
type Standing = { id: string; status: string }
type Step = { entityId: string; event: string; from: string | null; to: string }

const KINDS: readonly Kind[] = [
  {
    entity: 'task',
    first: 'draft',
    table: TASK_TABLE,
    stands: (db) => db.task.findMany({ select: { id: true, status: true } }),
  },
  {
    entity: 'assignment',
    first: 'awaiting_acknowledgement',
    table: ASSIGNMENT_TABLE,
    stands: (db) => db.assignment.findMany({ select: { id: true, status: true } }),
  },
  {
    entity: 'report',
    first: 'draft',
    table: REPORT_TABLE,
    stands: (db) => db.report.findMany({ select: { id: true, status: true } }),
  },
  {
    entity: 'directive',
    first: 'draft',
    table: DIRECTIVE_TABLE,
    stands: (db) => db.directive.findMany({ select: { id: true, status: true } }),
  },
  {
    entity: 'extension',
    first: 'draft',
    table: EXTENSION_TABLE,
    stands: (db) => db.extension.findMany({ select: { id: true, status: true } }),
  },
  {
    entity: 'urge',
    first: 'sent',
    table: URGE_TABLE,
    stands: (db) => db.urge.findMany({ select: { id: true, status: true } }),
  },
]

/** What the log does not explain: a step that no table allows, a gap between two entries, a state without its entry. */
export async function unexplained(db: Db): Promise<string[]> {
  const found: string[] = []
  for (const { entity, first, table, stands } of KINDS) {
    const steps = await stepsOf(db, entity)
    const at = new Map<string, string>()
    for (const { entityId, event, from, to } of steps) {
      const was = at.get(entityId) ?? first
      if (from !== null && from !== was)
        found.push(`${entity} ${entityId}: ${event} says ${from}, the log had ${was}`)
      if (to !== was && !leadsTo(table, was, to))
        found.push(`${entity} ${entityId}: ${event} led from ${was} to ${to}`)
      at.set(entityId, to)
    }
    for (const { id, status } of await stands(db)) {
      const said = at.get(id) ?? first
      if (said !== status) found.push(`${entity} ${id} is ${status}, the log says ${said}`)
    }
  }
  return found
}

function leadsTo(table: Table, from: string, to: string): boolean {
  const cells = Object.values(table[from] ?? {})
  return cells.includes(to) || cells.includes('as_before')
}

async function stepsOf(db: Db, entity: string): Promise<Step[]> {
  return db.$queryRaw<Step[]>`
    SELECT e.entity_id AS "entityId", e.event, v.before ->> 'status' AS "from", v.after ->> 'status' AS "to"
    FROM audit_entries e JOIN audit_values v ON v.entry_id = e.id
    WHERE e.entity = ${entity} AND v.after ->> 'status' IS NOT NULL ORDER BY e.at, e.id`
}
