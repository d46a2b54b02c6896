// What server tests start from: a client on the file's own database, the small ministry, actors, dispatched tasks, context.
import { createHash } from 'node:crypto'
import type { Actor } from '@/domain/permissions/actor'
import type { AssignmentPart, Prisma } from '@/prisma/generated/client'
import { fromLocalDate } from '@/server/dates'
import { createDb, type Db } from '@/server/db'
import { loadRules, todayIn } from '@/server/load-rules'
import { findActorByAccount } from '@/server/org/load-actor'
import { runCommand } from '@/server/run-command'
import type { Ctx } from '@/server/context'
import type { LocalDate } from '@/domain/calendar/local-date'
import { testDatabase } from './database'
import { buildOrganisation, type Organisation } from './organisation'

/** Friday 10 April 2020, ten o'clock in Beijing: an ordinary working day. */
export const NOW = new Date('2020-04-10T02:00:00Z')

let kept: Promise<{ db: Db; org: Organisation }> | undefined

/** The file's database as the application role sees it, with the small ministry in it. */
export function testWorld(): Promise<{ db: Db; org: Organisation }> {
  return (kept ??= testDatabase().then(async ({ appUrl }) => {
    const db = createDb(appUrl, 8)
    return { db, org: await buildOrganisation(db) }
  }))
}

/** The actor behind an account of the small ministry. */
export async function actorOf(account: string): Promise<Actor> {
  const { db } = await testWorld()
  const found = await findActorByAccount(db, account, '2020-04-10')
  if (!found) throw new Error(`no account ${account}`)
  return found.actor
}

/** Runs a command as the account, as an action would. */
export async function runAs<I, R>(
  account: string,
  command: (ctx: Ctx, input: I) => Promise<R>,
  input: I,
  { now = NOW, key }: { now?: Date; key?: string } = {},
): Promise<R> {
  const { db } = await testWorld()
  const actor = await actorOf(account)
  return runCommand(actor, command, input, { name: command.name || 'test', idempotencyKey: key, now, db })
}

/** A read context for queries, as a page would have it. */
export async function ctxOf(account: string, now: Date = NOW): Promise<Ctx> {
  const { db } = await testWorld()
  const actor = await actorOf(account)
  const { settings, calendar } = await loadRules(db, now)
  const today = todayIn(settings, now)
  return { actor, tx: db as unknown as Ctx['tx'], now, today, settings, calendar, address: '' }
}

/** A directive whose text is a few sentences; each sentence is a provision. */
export async function buildDirective(
  input: Partial<Prisma.DirectiveUncheckedCreateInput> & { sentences?: string[] } = {},
) {
  const { db, org } = await testWorld()
  const { sentences = ['要做好第一件事。', '要做好第二件事。', '要做好第三件事。'], ...fields } = input
  const text = sentences.join('')
  let at = 0
  const provisions = sentences.map((sentence) => ({
    start: at,
    end: (at += sentence.length),
    class: 'task' as const,
    path: [],
  }))
  return db.directive.create({
    data: {
      title: '部务会议纪要',
      kind: 'meeting',
      language: 'zh-Hans',
      issuer: '民政部',
      issuedOn: fromLocalDate('2020-04-10'),
      text,
      textSha256: createHash('sha256').update(text).digest('hex'),
      createdById: org.personIds.officer ?? '',
      provisions: { create: provisions },
      ...fields,
    },
    include: { provisions: { orderBy: { start: 'asc' } } },
  })
}

type Part = {
  unit: string
  part?: AssignmentPart
  dueOn?: LocalDate
  data?: Partial<Prisma.AssignmentUncheckedCreateInput>
}

/** A task already dispatched to units of the small ministry (by code); the first is the lead unless said otherwise. */
export async function buildDispatchedTask(
  parts: Part[] = [{ unit: 'relief' }],
  data: Partial<Prisma.TaskUncheckedCreateInput> & { dueOn?: Date } = {},
) {
  const { db, org } = await testWorld()
  const directive = data.directiveId
    ? await db.directive.findUniqueOrThrow({ where: { id: data.directiveId }, include: { provisions: true } })
    : await buildDirective({ status: 'in_force', inForceAt: NOW })
  const dueOn = data.dueOn ?? fromLocalDate('2020-06-30')
  const provision = directive.provisions[0]
  return db.task.create({
    data: {
      directiveId: directive.id,
      ownerUnitId: org.unitIds.office ?? '',
      createdById: org.personIds.officer ?? '',
      title: '做好第一件事',
      draftState: 'confirmed',
      status: 'dispatched',
      dueOn,
      originalDueOn: dueOn,
      dueBasis: 'assigned',
      submittedAt: NOW,
      approvedAt: NOW,
      dispatchedAt: NOW,
      dispatchedOn: fromLocalDate('2020-04-10'),
      leadUnitId: org.unitIds[parts[0]?.unit ?? ''],
      ...data,
      provisions: provision ? { create: { provisionId: provision.id } } : undefined,
      assignments: {
        create: parts.map(({ unit, part, dueOn: partDue, data: extra }, index) => ({
          unitId: org.unitIds[unit] ?? '',
          part: part ?? (index === 0 ? ('lead' as const) : ('supporting' as const)),
          dueOn: partDue ? fromLocalDate(partDue) : dueOn,
          originalDueOn: partDue ? fromLocalDate(partDue) : dueOn,
          acknowledgeDueOn: fromLocalDate('2020-04-13'),
          refuseDueOn: fromLocalDate('2020-04-14'),
          dispatchedAt: NOW,
          ...extra,
        })),
      },
    },
    include: { assignments: { orderBy: { part: 'asc' } }, directive: true },
  })
}

/** The audit events recorded of a record, oldest first. */
export async function auditOf(entityId: string): Promise<string[]> {
  const { db } = await testWorld()
  const rows = await db.auditEntry.findMany({
    where: { entityId },
    orderBy: { id: 'asc' },
    select: { event: true },
  })
  return rows.map((row) => row.event)
}
