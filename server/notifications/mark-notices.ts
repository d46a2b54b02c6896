import { z } from 'zod'
import { INFORMATION_EVENTS, isNoticeEvent } from '@/domain/notifications/kinds'
import { SUBJECT_SHAPE } from '@/domain/notifications/notice-view'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'

const until = z.iso.datetime().transform((text) => new Date(text))

/** What to do with the notices of one subject: read up to the newest that was shown, keep, or keep no longer. */
export const markNoticesSchema = z.object({
  subject: z.string().regex(SUBJECT_SHAPE),
  act: z.enum(['read', 'keep', 'release']),
  until,
})
/** All notices up to what the page showed. */
export const readAllNoticesSchema = z.object({ until })
/** A kind of notice for information, not to be seen or to be seen again. */
export const muteNoticesSchema = z.object({ event: z.string(), mute: z.enum(['on', 'off']) })

const personOf = (ctx: Ctx) => ctx.actor.personId ?? failNotFound()
const notAfter = (ctx: Ctx, at: Date) => (at > ctx.now ? ctx.now : at)

/** Marks the own notices of a subject as read, kept or no longer kept. No audit entry: nobody is told who read what. */
export async function markNotices(ctx: Ctx, input: z.output<typeof markNoticesSchema>): Promise<void> {
  const personId = personOf(ctx)
  const { subject, act } = input
  const readAt = notAfter(ctx, input.until)
  const data = { read: { readAt }, keep: { readAt, keptAt: ctx.now }, release: { readAt, keptAt: null } }[act]
  await ctx.tx.noticeMark.upsert({
    where: { personId_subject: { personId, subject } },
    create: { personId, subject, ...data },
    update: data,
    select: { subject: true },
  })
}

/** 全部标为已读: everything told up to what the page showed, on all pages of the list; later ones stay unread. */
export async function readAllNotices(ctx: Ctx, input: z.output<typeof readAllNoticesSchema>): Promise<void> {
  await ctx.tx.person.update({
    where: { id: personOf(ctx) },
    data: { noticesReadAt: notAfter(ctx, input.until) },
    select: { id: true },
  })
}

/** Mutes a kind of notice for information, or lets it be seen again. Throws refused `notices.cannot_mute` for what is to be done. */
export async function muteNotices(ctx: Ctx, input: z.output<typeof muteNoticesSchema>): Promise<void> {
  const personId = personOf(ctx)
  const { event, mute } = input
  if (!isNoticeEvent(event) || !INFORMATION_EVENTS.includes(event)) return failRefused('notices.cannot_mute')
  if (mute === 'off') await ctx.tx.noticeMute.deleteMany({ where: { personId, event } })
  else await ctx.tx.noticeMute.createMany({ data: [{ personId, event }], skipDuplicates: true })
}
