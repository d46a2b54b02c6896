import { nounOf, type AuditEvent } from '@/domain/audit/events'
import { hearsOfBulletin, readsBulletin } from '@/domain/bulletins/reading'
import { tellsOpenPages } from '@/domain/notifications/live'
import type { Actor } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { readsStatement } from '@/domain/statements/reading'
import type { Db } from '@/server/db'
import type { Heard } from '@/server/live/heard'
import {
  readBulletins,
  readDirectives,
  readReports,
  readStatements,
  readTasks,
} from '@/server/live/record-facts'

/** What one act concerns, as far as needed to know who may hear of it: the names that pages know (T12, D3, B5, S7) and the rules. */
export type RecordHeard = { names: string[]; sessionId: string | null; mayHear: (actor: Actor) => boolean }

type Told = Omit<RecordHeard, 'sessionId'>
type Facts = Awaited<ReturnType<typeof readFacts>>

/** Reads the facts of what was heard, five queries whatever the number; what is gone, or concerns no page, is left out. */
export async function recordsHeard(db: Db, all: readonly Heard[]): Promise<RecordHeard[]> {
  const told = all.filter(({ event }) => tellsOpenPages(event))
  const facts = await readFacts(db, told)
  return told.flatMap((heard) => {
    const { sessionId } = heard
    const records = isOfBulletin(heard) ? bulletinHeard(heard, facts) : recordHeard(heard, facts)
    return records.map((record) => ({ ...record, sessionId }))
  })
}

const isOfBulletin = ({ event }: Heard) => nounOf(event as AuditEvent) === 'bulletin'

async function readFacts(db: Db, told: readonly Heard[]) {
  const idsOf = (idOf: (heard: Heard) => string | null) => [
    ...new Set(told.map(idOf).filter((id) => id !== null)),
  ]
  const acted = (entity: string) => idsOf((heard) => (heard.entity === entity ? heard.entityId : null))
  const [tasks, directives, reports, statements, bulletins] = await Promise.all([
    readTasks(
      db,
      idsOf(({ taskId }) => taskId),
    ),
    readDirectives(
      db,
      idsOf(({ directiveId }) => directiveId),
    ),
    readReports(db, acted('report')),
    readStatements(db, acted('statement')),
    readBulletins(
      db,
      idsOf((heard) => (isOfBulletin(heard) ? heard.entityId : null)),
    ),
  ])
  return { tasks, directives, reports, statements, bulletins }
}

/** A bulletin is told to its readers; its directive's page changes for those of them who read the directive. */
function bulletinHeard({ entityId, directiveId }: Heard, { bulletins, directives }: Facts): Told[] {
  const bulletin = bulletins.get(entityId)
  const directive = directives.get(directiveId ?? '')
  if (!bulletin) return []
  const itself = {
    names: [`B${bulletin.no}`],
    mayHear: (actor: Actor) => hearsOfBulletin(actor, bulletin.facts),
  }
  if (!directive) return [itself]
  const mayHear = (actor: Actor) =>
    readsBulletin(actor, bulletin.facts) && can(actor, 'directive.read', directive.facts)
  return [itself, { names: [`D${directive.no}`], mayHear }]
}

/** A task or directive is told to its readers; an act on a report or a statement only to those who read that as well. */
function recordHeard({ taskId, directiveId, entity, entityId }: Heard, facts: Facts): Told[] {
  const task = taskId === null ? null : facts.tasks.get(taskId)
  const directive = facts.directives.get(directiveId ?? task?.directiveId ?? '')
  const report = entity === 'report' ? facts.reports.get(entityId) : null
  const statement = entity === 'statement' ? facts.statements.get(entityId) : null
  if (task === undefined || report === undefined || statement === undefined) return []
  if (task === null && !directive) return []
  const names = [
    ...(task ? [`T${task.no}`] : []),
    ...(directive ? [`D${directive.no}`] : []),
    ...(statement ? [`S${statement.no}`] : []),
  ]
  const mayHear = (actor: Actor) =>
    (task
      ? can(actor, 'task.read', task.facts)
      : directive !== undefined && can(actor, 'directive.read', directive.facts)) &&
    (report === null || can(actor, 'report.read', report)) &&
    (statement === null || readsStatement(actor, statement))
  return [{ names, mayHear }]
}
