import { cache } from 'react'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { Ctx } from '@/server/context'
import { db } from '@/server/db'
import { loadRules, todayIn } from '@/server/load-rules'
import type { LoadedPerson } from '@/server/org/load-actor'
import { findSignedIn, signInAddress } from '@/server/web/session'
import { requestAddress } from '@/server/web/request'

export type PageCtx = Ctx & { person: Omit<LoadedPerson, 'actor'>; locale: 'zh-CN' | 'en' }

/** Read context of a page: who is signed in, over the plain client. Sends the anonymous to sign in; once per request. */
export const requireCtx = cache(async (): Promise<PageCtx> => {
  const found = await findCtx()
  return found ?? redirect(await signInAddress())
})

/** As `requireCtx`, null for the anonymous. */
export const findCtx = cache(async (): Promise<PageCtx | null> => {
  const now = new Date()
  const client = db()
  const signedIn = await findSignedIn(now)
  if (!signedIn) return null
  const [{ settings, calendar }, locale, address] = await Promise.all([
    loadRules(client, now),
    getLocale(),
    requestAddress(),
  ])
  const { actor, ...person } = signedIn
  return {
    actor,
    // Queries take a transaction or the plain client alike: the client has every method that a query may call.
    tx: client as unknown as Ctx['tx'],
    now,
    today: todayIn(settings, now),
    settings,
    calendar,
    address,
    person,
    locale: locale === 'en' ? 'en' : 'zh-CN',
  }
})
