import { z } from 'zod'
import type { AuditEvent } from '@/domain/audit/events'
import { bulletinContentSchema, type BulletinContent } from '@/domain/bulletins/content'
import type { Actor, Grant } from '@/domain/permissions/actor'
import type { Permission } from '@/domain/permissions/policy-table'
import type { Bulletin, Prisma } from '@/prisma/generated/client'
import { recordAudit, type AuditValues } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { visibleBulletins } from '@/server/bulletins/scope'
import { assertVersion, assertWritten } from '@/server/versions'

/** A bulletin as its reader saw it. */
export const bulletinVersionSchema = z.object({ bulletinId: z.uuid(), version: z.coerce.number().int() })

/** A bulletin with its content read: what commands and pages work on. */
export type LoadedBulletin = Omit<Bulletin, 'content' | 'language'> & {
  content: BulletinContent
  language: 'zh-CN' | 'en'
}

/** The row with its content checked against the model. Throws where what is kept is no content: nothing goes on from there. */
export function toLoaded(row: Bulletin): LoadedBulletin {
  return {
    ...row,
    content: bulletinContentSchema.parse(row.content),
    language: row.language === 'en' ? 'en' : 'zh-CN',
  }
}

/** A bulletin that the actor reads whole, by its number. Throws not_found. */
export async function findReadableBulletin(ctx: Ctx, no: number): Promise<LoadedBulletin> {
  const row = await ctx.tx.bulletin.findFirst({ where: { AND: [{ no }, visibleBulletins(ctx.actor)] } })
  return row ? toLoaded(row) : failNotFound()
}

/** What every act begins with: the row locked, the right asked for, then the version. Throws not_found, forbidden, conflict. */
export async function openBulletin(
  ctx: Ctx,
  input: z.output<typeof bulletinVersionSchema>,
  permissionOf: (bulletin: LoadedBulletin) => Permission,
): Promise<{ bulletin: LoadedBulletin; as: Grant | null }> {
  await lockBulletin(ctx, input.bulletinId)
  const row = await ctx.tx.bulletin.findFirst({
    where: { AND: [{ id: input.bulletinId }, visibleBulletins(ctx.actor)] },
  })
  if (!row) return failNotFound()
  const bulletin = toLoaded(row)
  const as = assertMay(ctx.actor, permissionOf(bulletin))
  await assertVersion(ctx, { entityId: row.id, actual: row.version, expected: input.version })
  return { bulletin, as }
}

/** Locks the row: whoever counts its units or remarks sees what others wrote before. */
export async function lockBulletin(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.$queryRaw`SELECT 1 FROM bulletins WHERE id = ${id}::uuid FOR UPDATE`
}

/** Writes a bulletin by compare-and-set; returns its new version. Throws conflict where somebody wrote it first. */
export async function writeBulletin(
  ctx: Ctx,
  bulletin: Pick<Bulletin, 'id' | 'version'>,
  data: Prisma.BulletinUncheckedUpdateManyInput,
): Promise<number> {
  const written = await ctx.tx.bulletin.updateMany({
    where: { id: bulletin.id, version: bulletin.version },
    data: { ...data, version: { increment: 1 }, updatedAt: ctx.now },
  })
  await assertWritten(ctx, bulletin.id, written)
  return bulletin.version + 1
}

/** Keeps what a bulletin says now as a version of its own, by the number of the row's version. */
export async function keepVersion(
  ctx: Ctx,
  { id, no, title, content }: { id: string; no: number; title: string; content: BulletinContent },
  cause: string,
): Promise<void> {
  await ctx.tx.bulletinVersion.create({
    data: {
      ...{ bulletinId: id, no, cause, title, savedById: ctx.actor.personId ?? '', savedAt: ctx.now },
      content,
    },
  })
}

/** Writes text and figures, and keeps them as a version; returns its number. */
export async function writeContent(
  ctx: Ctx,
  bulletin: LoadedBulletin,
  { title = bulletin.title, content }: { title?: string; content: BulletinContent },
  cause: string,
  more: Prisma.BulletinUncheckedUpdateManyInput = {},
): Promise<number> {
  const no = await writeBulletin(ctx, bulletin, { ...more, title, content })
  await keepVersion(ctx, { id: bulletin.id, no, title, content }, cause)
  return no
}

/** One audit entry on a bulletin. */
export async function auditBulletin(
  ctx: Ctx,
  bulletin: Pick<Bulletin, 'id' | 'no' | 'directiveId'>,
  event: AuditEvent,
  as: Grant | null,
  values: { before?: AuditValues; after?: AuditValues; unitId?: string } = {},
): Promise<void> {
  await recordAudit(ctx, {
    ...{ event, as, entity: 'bulletin', entityId: bulletin.id, directiveId: bulletin.directiveId },
    unitId: values.unitId,
    before: values.before,
    after: { no: bulletin.no, ...values.after },
  })
}

/** What its notices say; `bulletin` leads to its page. */
export function bulletinNotice({ no, title }: Pick<Bulletin, 'no' | 'title'>) {
  return { bulletin: no, title }
}

/** The person behind an act. Throws not_found for the system, which writes no bulletins. */
export function personOf(actor: Actor): string {
  return actor.personId ?? failNotFound()
}
