// People of the small ministry with two-step sign-in, and what the app on their phone shows.
import { codeOf, stepAt } from '@/domain/org/totp'
import { getTwoStep } from '@/server/org/two-step/get-two-step'
import { hmacUnder, open } from '@/server/org/two-step/secret'
import { beginTwoStep, setUpTwoStep } from '@/server/org/two-step/set-up-two-step'
import { ctxOf, NOW, runAs, testWorld } from './factories'
import { PASSWORD } from './state-builders'

/** The code that the account's app shows, also while it is being set up. */
export async function codeShown(account: string, now: Date = NOW): Promise<string> {
  const { db, org } = await testWorld()
  const personId = org.personIds[account] ?? ''
  const { sealedSecret } = await db.secondFactor.findUniqueOrThrow({ where: { personId } })
  return codeOf(stepAt(now), hmacUnder((await open(personId, sealedSecret)) ?? ''))
}

/** Sets two-step sign-in up half an hour before now, as its person does; hands back the recovery codes. */
export async function withTwoStep(account: string): Promise<string[]> {
  const now = new Date(NOW.getTime() - 30 * 60_000)
  await runAs(account, beginTwoStep, { password: PASSWORD }, { now })
  await runAs(account, setUpTwoStep, { code: await codeShown(account, now) }, { now })
  const state = await getTwoStep(await ctxOf(account, now), '落实')
  if (state.state !== 'on' || !state.codes) throw new Error(state.state)
  return state.codes
}
