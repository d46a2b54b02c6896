import { afterAll, expect, it, vi } from 'vitest'
import { liveStream } from './live-stream'
import { recordAudit } from '@/server/audit/record-audit'
import { liveHub } from '@/server/live/live-hub'
import { actorOf, buildDispatchedTask, runAs } from '@/tests/factories'

afterAll(() => liveHub().stop())

/** What a browser received so far, and whether its stream has ended. */
async function receive(account: string, sessionId: string, since: Date | null = null) {
  const got = { text: '', ended: false }
  const leave = new AbortController()
  const actor = { ...(await actorOf(account)), sessionId }
  const stream = liveStream(actor, { signal: leave.signal, since, stillOpen: async () => true })
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader()
  const read = async (): Promise<void> => {
    const { done, value } = await reader.read()
    got.text += value ?? ''
    got.ended = done
    if (!done) return read()
  }
  void read()
  return { got, leave: () => leave.abort() }
}
const until = (ask: () => unknown) => vi.waitFor(ask, { timeout: 15_000, interval: 50 })
const edit = async (taskId: string) =>
  runAs(
    'officer2',
    (ctx) =>
      recordAudit(
        { ...ctx, now: new Date() },
        { event: 'task.edited', as: null, entity: 'task', entityId: taskId, taskId },
      ),
    null,
  )

it('an open page receives what changes as it happens, until its session ends', async () => {
  const session = crypto.randomUUID()
  const task = await buildDispatchedTask([{ unit: 'elderly' }])
  const { got } = await receive('officer', session)
  await until(() => expect(got.text).toMatch(/^retry: \d+\nid: \d+\n\n/))
  await until(async () => {
    await edit(task.id)
    expect(got.text).toContain(`data: {"records":["T${task.no}"`)
  })
  await runAs(
    'officer',
    (ctx) => recordAudit(ctx, { event: 'session.revoked', as: null, entity: 'session', entityId: session }),
    null,
  )
  await until(() => expect(got.ended).toBe(true))
})

it('one that was away receives what it missed; one that is left receives no more', async () => {
  const task = await buildDispatchedTask([{ unit: 'elderly' }])
  await edit(task.id)
  const { got, leave } = await receive('officer', crypto.randomUUID(), new Date(Date.now() - 5_000))
  await until(() => expect(got.text).toContain(`T${task.no}`))
  leave()
  await until(() => expect(got.ended).toBe(true))
  const before = got.text
  await edit(task.id)
  expect(got.text).toBe(before)
})
