import type { Grant } from '@/domain/permissions/actor'
import { isSettledByDeed } from '@/domain/urges/rules'
import { recordAudit, recordAudits, type AuditRecord } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { reportedSince } from '@/server/urges/urge-facts'

const OPEN = ['sent', 'lapsed'] as const

/**
 * Two parts became one as units changed: the unanswered urge of the one that went goes on to the one that stays, where what it asks for
 * is still owed there and nothing has been asked of it. Of several the newest; what is not carried is left to `endRequests`.
 */
export async function carryUrge(
  ctx: Ctx,
  parts: { fromId: string; toId: string; as: Grant | null },
): Promise<void> {
  const { fromId, toId, as } = parts
  const stays = await ctx.tx.assignment.findUniqueOrThrow({
    where: { id: toId },
    select: {
      status: true,
      unitId: true,
      task: { select: { id: true, directiveId: true, status: true } },
      reports: { where: { submittedAt: { not: null } }, select: { submittedAt: true, status: true } },
      urges: { select: { status: true, rule: true, factOn: true } },
    },
  })
  if (stays.urges.some((one) => OPEN.some((status) => status === one.status))) return
  const urge = await ctx.tx.urge.findFirst({
    where: { assignmentId: fromId, status: { in: [...OPEN] } },
    orderBy: { slip: { sentAt: 'desc' } },
    select: {
      id: true,
      rule: true,
      factOn: true,
      status: true,
      slip: { select: { no: true, sentAt: true } },
    },
  })
  if (!urge) return
  const now = {
    status: stays.status,
    taskStatus: stays.task.status,
    reportedSince: reportedSince(stays.reports, urge.slip.sentAt),
  }
  const known = stays.urges.some(
    (one) =>
      one.rule !== 'by_hand' && one.rule === urge.rule && one.factOn.getTime() === urge.factOn.getTime(),
  )
  if (known || isSettledByDeed(urge.rule, now)) return
  await ctx.tx.urge.update({ where: { id: urge.id }, data: { assignmentId: toId }, select: { id: true } })
  await recordAudit(ctx, {
    event: 'urge.handed_over',
    as,
    entity: 'urge',
    entityId: urge.id,
    taskId: stays.task.id,
    directiveId: stays.task.directiveId,
    unitId: stays.unitId,
    before: { status: urge.status },
    after: { status: urge.status, slip: urge.slip.no },
  })
}

type Succession = {
  fromIds: readonly string[]
  toIds: readonly string[]
  /** Who answers or sends what follows no part: the heir of all. */
  fallbackId: string
  names: ReadonlyMap<string, string>
  as: Grant | null
}

type Row = {
  id: string
  status: string
  slip: string
  no: number
  unit: string
  sender: string
  task: string
  directive: string
  /** The units among which the answering, the sending one is looked for. */
  holders: string[]
  owners: string[]
}

/**
 * Slips that wait for the answer of units that ended, or were sent by them, go to whoever took over the parts on them; one whose parts went
 * to several is split, each with the words, level and dates of the first. What was answered stays as it was.
 */
export async function readdressSlips(ctx: Ctx, succession: Succession): Promise<void> {
  const { fromIds, toIds, fallbackId, names, as } = succession
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT g.id, g.status::text AS status, s.id AS slip, s.no, s.unit_id AS unit, s.sender_unit_id AS sender, t.id AS task, t.directive_id AS directive,
      array_remove(ARRAY[a.unit_id, t.lead_unit_id], NULL) AS holders,
      array_remove(ARRAY[up.unit_id, t.owner_unit_id, t.lead_unit_id], NULL) AS owners
    FROM urge_slips s JOIN urges g ON g.slip_id = s.id AND g.status IN ('sent', 'lapsed')
    JOIN assignments a ON a.id = g.assignment_id JOIN tasks t ON t.id = a.task_id LEFT JOIN assignments up ON up.id = a.parent_assignment_id
    WHERE s.status IN ('sent', 'lapsed') AND (s.unit_id = ANY(${[...fromIds]}::uuid[]) OR s.sender_unit_id = ANY(${[...fromIds]}::uuid[]))
    ORDER BY s.no, g.id`
  const heir = (old: string, among: readonly string[]) =>
    fromIds.includes(old) ? (among.find((id) => toIds.includes(id)) ?? fallbackId) : old
  const placed = rows.map((row) => ({
    ...row,
    unitId: heir(row.unit, row.holders),
    senderUnitId: heir(row.sender, row.owners),
  }))
  // By slip, and in each by who has it now.
  const slips = new Map<string, Map<string, Placed[]>>()
  for (const row of placed) {
    const slip = slips.get(row.slip) ?? new Map<string, Placed[]>()
    const key = `${row.unitId} ${row.senderUnitId}`
    slips.set(row.slip, slip.set(key, [...(slip.get(key) ?? []), row]))
  }
  for (const [slipId, groups] of slips) {
    const [first, ...others] = groups.values()
    for (const one of others) await splitSlip(ctx, slipId, one)
    if (first?.[0]) await address(ctx, slipId, first[0])
  }
  await recordAudits(
    ctx,
    placed
      .filter((row) => row.unitId !== row.unit)
      .map(
        (row): AuditRecord => ({
          event: 'urge.handed_over',
          as,
          entity: 'urge',
          entityId: row.id,
          taskId: row.task,
          directiveId: row.directive,
          unitId: row.unitId,
          before: { status: row.status, unit: names.get(row.unit) ?? '' },
          after: { status: row.status, unit: names.get(row.unitId) ?? '', slip: row.no },
        }),
      ),
  )
}

type Placed = Row & { unitId: string; senderUnitId: string }

async function address(ctx: Ctx, slipId: string, { unitId, senderUnitId }: Placed): Promise<void> {
  await ctx.tx.urgeSlip.update({
    where: { id: slipId },
    data: { unitId, senderUnitId, version: { increment: 1 } },
    select: { id: true },
  })
}

/** A slip of its own for these urges, worded and dated as the one that they stood on. */
async function splitSlip(ctx: Ctx, slipId: string, urges: readonly Placed[]): Promise<void> {
  const [first] = urges
  if (!first) return
  const {
    id: _id,
    no: _no,
    version: _version,
    ...sent
  } = await ctx.tx.urgeSlip.findUniqueOrThrow({
    where: { id: slipId },
  })
  const { unitId, senderUnitId } = first
  const own = await ctx.tx.urgeSlip.create({
    data: { ...sent, unitId, senderUnitId },
    select: { id: true },
  })
  await ctx.tx.urge.updateMany({
    where: { id: { in: urges.map((one) => one.id) } },
    data: { slipId: own.id },
  })
}
