import { bulletinDifference } from '@/domain/bulletins/difference'
import { bulletinContentSchema } from '@/domain/bulletins/content'
import { figureQueryOf, figuresFor } from '@/domain/bulletins/figures'
import { obstaclesToStep } from '@/domain/bulletins/guards'
import {
  BULLETIN_EVENTS,
  bulletinPermissionOf,
  editPermissionOf,
  isUnderWay,
  nextBulletinStatus,
} from '@/domain/bulletins/lifecycle'
import { valueKey } from '@/domain/bulletins/compose-draft'
import { can } from '@/domain/permissions/policy'
import { bulletinFactsOf, stateOfNaming } from '@/server/bulletins/bulletin-facts'
import { countFigures } from '@/server/bulletins/count-figures'
import { findReadableBulletin, type LoadedBulletin } from '@/server/bulletins/load-bulletin'
import { followsFigures } from '@/server/bulletins/scope'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'

const who = { select: { name: true, nameEn: true } }

/**
 * A bulletin for whoever works on it or reads it: text, who is named, remarks, what changed since the last version, and the acts that
 * are possible now. Of one that was withdrawn after publication units read that and why, no longer the text. Throws not_found.
 */
export async function getBulletin(ctx: Ctx, no: number) {
  const bulletin = await findReadableBulletin(ctx, no)
  const works = followsFigures(ctx.actor)
  const drafts = can(ctx.actor, 'bulletin.draft')
  const underWay = isUnderWay(bulletin.status)
  const [people, facts, namings, remarks, versions] = await Promise.all([
    ctx.tx.bulletin.findUniqueOrThrow({
      where: { id: bulletin.id },
      select: {
        ...{ createdBy: who, sentUpBy: who, approvedBy: who, publishedBy: who, sentBackBy: who },
        directive: { select: { no: true, title: true } },
      },
    }),
    bulletinFactsOf(ctx, bulletin),
    works ? listNamings(ctx, bulletin) : [],
    works ? listRemarks(ctx, bulletin.id) : [],
    works ? listVersions(ctx, bulletin) : { rows: [], difference: [], base: 0 },
  ])
  const edits = editPermissionOf(bulletin.status)
  const mayEdit = edits !== null && can(ctx.actor, edits)
  return {
    ...head(bulletin),
    ...people,
    followed: works,
    hidden: bulletin.status === 'withdrawn' && !works,
    // What was withdrawn is no longer handed to those who only read.
    content:
      bulletin.status === 'withdrawn' && !works
        ? { addressee: '', period: null, figures: [], sections: [] }
        : bulletin.content,
    namings,
    remarks,
    ...{ versions: versions.rows, difference: versions.difference, base: versions.base },
    may: {
      edit: mayEdit && bulletin.frozenAt === null,
      freeze: mayEdit && bulletin.frozenAt === null,
      unfreeze: mayEdit && bulletin.frozenAt !== null,
      tell: drafts && underWay && bulletin.frozenAt !== null,
      waive: drafts && underWay,
      remark: works && underWay && (drafts || can(ctx.actor, 'bulletin.approve')),
      settle: drafts && underWay,
    },
    steps: BULLETIN_EVENTS.filter(
      (event) =>
        nextBulletinStatus(bulletin.status, event) !== null &&
        can(ctx.actor, bulletinPermissionOf(bulletin.status, event)) &&
        // The head's own draft goes up at once; sending it to oneself would be a step for nothing.
        !(event === 'submit' && can(ctx.actor, 'bulletin.publish')),
    ).map((event) => ({ event, obstacles: obstaclesToStep(event, facts) })),
    offered: mayEdit && bulletin.frozenAt === null ? await listOffered(ctx, bulletin) : null,
  }
}

export type BulletinPage = Awaited<ReturnType<typeof getBulletin>>

function head(bulletin: LoadedBulletin) {
  const { id, no, kind, status, language, title, version, scope, issueNo, issueYear } = bulletin
  return {
    ...{ id, no, kind, status, language, title, version, scope, issueNo, issueYear },
    ...{ sentBackReason: bulletin.sentBackReason, withdrawReason: bulletin.withdrawReason },
    frozenAt: bulletin.frozenAt?.toISOString() ?? null,
    publishedOn: toLocalDateOrNull(bulletin.publishedOn),
  }
}

/** The counts that the drawer offers, as of now. */
async function listOffered(ctx: Ctx, { scope, content: { period } }: LoadedBulletin) {
  const figures = figuresFor(period).map((name, at) => ({
    id: `F${at}`,
    name,
    query: figureQueryOf(name, scope, { today: ctx.today, period }),
  }))
  const values = await countFigures(ctx, figures)
  return figures.map(({ name, query }) => ({
    name,
    query,
    value: 0,
    outOf: null,
    ...values.get(valueKey({ name, query })),
  }))
}

async function listNamings(ctx: Ctx, bulletin: LoadedBulletin) {
  const rows = await ctx.tx.bulletinNaming.findMany({
    where: { bulletinId: bulletin.id, passage: { not: '' } },
    include: {
      unit: { select: { code: true, name: true, nameEn: true } },
      answeredBy: who,
    },
    orderBy: [{ unit: { sort: 'asc' } }, { unit: { code: 'asc' } }],
  })
  return rows.map((row) => ({
    ...{ id: row.id, unit: row.unit, passage: row.passage, taskNos: row.taskNos, answer: row.answer },
    ...{ answeredBy: row.answeredBy, waiveReason: row.waiveReason },
    state: stateOfNaming(ctx, row),
    toldAt: row.toldAt?.toISOString() ?? null,
    answerByOn: toLocalDateOrNull(row.answerByOn),
  }))
}

async function listRemarks(ctx: Ctx, bulletinId: string) {
  const rows = await ctx.tx.bulletinRemark.findMany({
    where: { bulletinId },
    orderBy: [{ settledAt: { sort: 'asc', nulls: 'first' } }, { writtenAt: 'asc' }],
    include: { writtenBy: who },
  })
  return rows.map(({ id, paragraphId, quote, text, writtenBy, writtenAt, settledAt }) => ({
    ...{ id, paragraphId, quote, text, writtenBy },
    writtenAt: writtenAt.toISOString(),
    settled: settledAt !== null,
  }))
}

const VERSIONS = 20

/** The last versions, what the newest changed, and the newest one that did not come from the editor: where the editor starts anew. */
async function listVersions(ctx: Ctx, bulletin: LoadedBulletin) {
  const rows = await ctx.tx.bulletinVersion.findMany({
    where: { bulletinId: bulletin.id },
    orderBy: { no: 'desc' },
    take: VERSIONS,
    select: { no: true, cause: true, savedAt: true, savedBy: who },
  })
  const last = await ctx.tx.bulletinVersion.findMany({
    where: { bulletinId: bulletin.id, no: { in: rows.slice(0, 2).map((one) => one.no) } },
    orderBy: { no: 'desc' },
    select: { title: true, content: true },
  })
  const [after, before] = last.map((one) => ({
    title: one.title,
    content: bulletinContentSchema.parse(one.content),
  }))
  return {
    rows: rows.map(({ savedAt, ...row }) => ({ ...row, savedAt: savedAt.toISOString() })),
    difference: after && before ? bulletinDifference(before, after, bulletin.language) : [],
    base: rows.find((one) => one.cause !== 'edited')?.no ?? 0,
  }
}
