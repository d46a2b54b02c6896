// Those as whom everything is measured: what each may see has very different costs.
import { accountAt } from '@/prisma/demo-cast'
import { OFFICE } from '@/prisma/demo-units'
import { DEMO_PASSWORD } from '@/prisma/seed-accounts'
import type { Ctx } from '@/server/context'
import { createDb } from '@/server/db'
import { loadRules, todayIn } from '@/server/load-rules'
import { findActorByAccount } from '@/server/org/load-actor'

/** Office: every task. Bureau: what it leads or supports. Province: its own and what descends from them. County: its own. */
export const SEEN_AS = [
  { name: 'office', account: accountAt(OFFICE, 'officer') },
  { name: 'bureau', account: accountAt('shjz', 'unit_head') },
  { name: 'province', account: accountAt('jiangzhou', 'unit_head') },
  { name: 'county', account: accountAt('jiangzhou-liuan', 'unit_head') },
] as const

/** The database of the bench and, as each of `SEEN_AS`, the context in which a page would read. */
export async function readers(url: string, connections: number) {
  const db = createDb(url, connections)
  const now = new Date()
  const rules = await loadRules(db, now)
  const today = todayIn(rules.settings, now)
  const ctxOf = async (account: string): Promise<Ctx> => {
    const found = await findActorByAccount(db, account, today)
    if (!found) throw new Error(`no account ${account}`)
    return { actor: found.actor, tx: db as unknown as Ctx['tx'], now, today, ...rules, address: '' }
  }
  return { db, today, ctxOf }
}

/** Signs in as a person does, by account and password; answers the cookie to send along. Throws where the application refuses. */
export async function signIn(url: string, account: string): Promise<string> {
  const csrf = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ csrfToken, account, password: DEMO_PASSWORD }),
  })
  const cookie = cookiesOf(answer)
  const page = await fetch(`${url}/tasks`, { headers: { Cookie: cookie }, redirect: 'manual' })
  if (page.status !== 200)
    throw new Error(`${account} is not signed in: ${answer.status}, then ${page.status}`)
  return cookie
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')
