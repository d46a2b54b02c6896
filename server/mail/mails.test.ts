import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { queueDigests } from './queue-digests'
import { queueUrgentMails } from './queue-urgent-mails'
import { sendMails } from './send-mails'
import { retryUnsureMails } from './unsure-mails'
import { env } from '@/server/env'
import { getRunPage } from '@/server/jobs/get-run-page'
import { notify } from '@/server/notifications/notify'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const MORNING = new Date('2020-04-10T00:30:00Z')
const SATURDAY = new Date('2020-04-11T00:30:00Z')
const later = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000)
const TITLE = '摸排困难老人底数'

type Mail = { to: string; text: string; id: string }
/** A real mail server: what it took, and what it answers to an address. */
const post = { taken: [] as Mail[], answer: new Map<string, { responseCode: number; message: string }>() }
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => {
    const answer = post.answer.get(address)
    done(answer ? Object.assign(new Error(answer.message), answer) : null)
  },
  onData: (stream, session, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      const raw = Buffer.concat(parts).toString('utf8')
      const id = /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? ''
      for (const { address } of session.envelope.rcptTo)
        post.taken.push({ to: address, text: decoded(raw), id })
      done()
    })
  },
})

/** Headers and text with their transfer encodings undone. */
function decoded(raw: string): string {
  const words = raw.replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, text: string) =>
    Buffer.from(text, 'base64').toString(),
  )
  const [head = '', ...body] = words.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/base64/i.test(head)) return head + '\n' + Buffer.from(text, 'base64').toString()
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return (
    head.replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, q: string) =>
      Buffer.from(
        q
          .replaceAll('_', ' ')
          .replace(/=([0-9A-F]{2})/g, (_m, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ).toString(),
    ) +
    '\n' +
    Buffer.from(bytes, 'latin1').toString()
  )
}

const setMail = async (account: string, data: { email?: string | null; mailOn?: boolean; locale?: string }) =>
  (await testWorld()).db.person.update({ where: { account }, data })
const waiting = async () => (await testWorld()).db.mailOutbox.findMany({ orderBy: { createdAt: 'asc' } })
const run = async (now: Date) => ({ db: (await testWorld()).db, now })

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as { port: number }
  Object.assign(env(), {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: '落实 <luoshi@example.org>',
    LUOSHI_PUBLIC_URL: 'https://luoshi.example.org/',
  })
  await buildDispatchedTask([{ unit: 'elderly' }], { title: TITLE })
  await setMail('elderly-liaison', { email: 'liaison@example.org' })
  await setMail('elderly-head', { email: 'head@example.org', locale: 'en' })
  await setMail('centre-liaison', { email: 'idle@example.org' })
})
afterAll(() => new Promise<void>((closed) => server.close(() => closed())))
beforeEach(async () => {
  const { db } = await testWorld()
  await db.mailOutbox.deleteMany()
  await db.notification.deleteMany()
  post.taken.length = 0
  post.answer.clear()
})

describe('the digest', () => {
  it('goes on a working day to whoever has anything to do, once, in their language, with a count and a link', async () => {
    expect(await queueDigests(await run(MORNING))).toBe(2)
    expect(await queueDigests(await run(later(30)))).toBe(0)
    expect(await sendMails(await run(later(1)))).toMatchObject({ sent: 2 })
    expect(await sendMails(await run(later(2)))).toMatchObject({ sent: 0 })
    const to = (address: string) => post.taken.filter((mail) => mail.to === address)
    expect(post.taken).toHaveLength(2)
    expect(to('liaison@example.org')[0]?.text).toMatch(
      /有 1 项待办[\s\S]*https:\/\/luoshi\.example\.org\/notices/,
    )
    expect(to('head@example.org')[0]?.text).toMatch(/1 thing to do/)
  })

  it('says nothing of any record', async () => {
    await queueDigests(await run(MORNING))
    await sendMails(await run(later(1)))
    for (const { text } of post.taken)
      for (const word of [TITLE, '会议纪要', '养老']) expect(text).not.toContain(word)
  })

  it('does not go on a day off, nor before half past eight', async () => {
    expect(await queueDigests(await run(SATURDAY))).toBe(0)
    expect(await queueDigests(await run(later(-1)))).toBe(0)
    expect(await waiting()).toEqual([])
  })

  it('does not go to one who wants none', async () => {
    await setMail('elderly-head', { mailOn: false })
    expect(await queueDigests(await run(MORNING))).toBe(1)
    await setMail('elderly-head', { mailOn: true })
  })
})

describe('the mail server', () => {
  it('refuses for the time being: the mail is sent later, with growing pauses', async () => {
    post.answer.set('liaison@example.org', { responseCode: 451, message: 'try later' })
    await queueDigests(await run(MORNING))
    expect(await sendMails(await run(later(0)))).toMatchObject({ sent: 1, refused: 1 })
    expect(await sendMails(await run(later(0.5)))).toMatchObject({ sent: 0, refused: 0 })
    await sendMails(await run(later(1)))
    const [mail] = (await waiting()).filter(({ sentAt }) => sentAt === null)
    expect(mail).toMatchObject({ attempts: 2, givenUpAt: null, nextTryAt: later(3) })
    expect(mail?.lastError).toContain('451')
    post.answer.clear()
    expect(await sendMails(await run(later(3)))).toMatchObject({ sent: 1 })
    expect(post.taken.filter(({ to }) => to === 'liaison@example.org')).toHaveLength(1)
  })

  it('refuses for good: the mail is not tried again, and the answer is kept', async () => {
    post.answer.set('head@example.org', { responseCode: 550, message: 'no such mailbox' })
    await queueDigests(await run(MORNING))
    await sendMails(await run(later(0)))
    const [mail] = (await waiting()).filter(({ givenUpAt }) => givenUpAt !== null)
    expect(mail).toMatchObject({ attempts: 1, sentAt: null })
    expect(mail?.lastError).toContain('no such mailbox')
    expect(await sendMails(await run(later(9_999)))).toMatchObject({ sent: 0, refused: 0 })
  })

  it('cannot be reached: the job fails, nothing is lost', async () => {
    await queueDigests(await run(MORNING))
    const { SMTP_URL } = env()
    Object.assign(env(), { SMTP_URL: 'smtp://127.0.0.1:1' })
    await expect(sendMails(await run(later(0)))).rejects.toThrow()
    Object.assign(env(), { SMTP_URL })
    expect(await sendMails(await run(later(5)))).toMatchObject({ sent: 2 })
    expect(post.taken).toHaveLength(2)
  })

  it('gets each mail once from two processes at a time', async () => {
    await queueDigests(await run(MORNING))
    const both = await Promise.all([run(later(1)), run(later(1))])
    await Promise.all(both.map(sendMails))
    expect(new Set(post.taken.map(({ id }) => id)).size).toBe(2)
    expect(post.taken).toHaveLength(2)
  })
})

describe('a process that is killed', () => {
  /** Stands in for kill -9 between the server's yes and the answer being kept: the row is as the marking left it. */
  const forget = async (at: Date) => {
    const { db } = await testWorld()
    await db.mailOutbox.updateMany({
      data: { sentAt: null, attempts: 0, sendingBy: 'gone:1', sendingAt: at },
    })
  }
  const idOf = (address: string) => post.taken.filter(({ to }) => to === address).map(({ id }) => id)

  it('once: the mail goes once more after ten minutes, under the same name, and the administrator sees that', async () => {
    await queueDigests(await run(MORNING))
    await sendMails(await run(later(0)))
    await forget(later(0))
    expect(await sendMails(await run(later(9)))).toMatchObject({ sent: 0 })
    expect(await sendMails(await run(later(10)))).toMatchObject({ sent: 2 })
    const [first, again, ...more] = idOf('liaison@example.org')
    expect(again).toBe(first)
    expect(more).toEqual([])
    const { mail } = await getRunPage(await ctxOf('sysadmin', later(20)))
    expect(mail).toMatchObject({ waiting: 0, unsure: 0, doubled: 2 })
  })

  it('twice: it is sent no more by itself, shown as perhaps sent, and goes when the administrator says so', async () => {
    await queueDigests(await run(MORNING))
    await sendMails(await run(later(0)))
    await forget(later(0))
    await sendMails(await run(later(10)))
    await forget(later(10))
    expect(await sendMails(await run(later(9_999)))).toMatchObject({ sent: 0 })
    const page = await getRunPage(await ctxOf('sysadmin', later(9_999)))
    expect(page.mail).toMatchObject({ waiting: 0, unsure: 2, doubled: 0 })
    const retry = (account: string) => runAs(account, retryUnsureMails, {}, { now: later(9_999) })
    await expect(retry('secadmin')).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await retry('sysadmin')).toEqual({ count: 2 })
    await expect(retry('sysadmin')).rejects.toMatchObject({ code: 'jobs.nothing_unsure' })
    expect(await sendMails(await run(later(9_999)))).toMatchObject({ sent: 2 })
    expect(new Set(idOf('head@example.org')).size).toBe(1)
    const { db } = await testWorld()
    expect(await db.auditEntry.count({ where: { event: 'mail.retried' } })).toBe(1)
  })

  it('really: the server has the mail, the database the mark, and a second process waits', async () => {
    await queueDigests(await run(MORNING))
    const { db } = await testWorld()
    // The client of a process that dies with the server's yes: whatever it would keep is never written.
    const dying = db.$extends({
      query: { mailOutbox: { update: () => Promise.reject(new Error('killed')) } },
    })
    await expect(sendMails({ db: dying as unknown as typeof db, now: later(0) })).rejects.toThrow('killed')
    expect(post.taken).toHaveLength(1)
    const marked = (await waiting()).filter(({ sendingAt }) => sendingAt !== null)
    expect(marked).toHaveLength(1)
    expect(await sendMails(await run(later(1)))).toMatchObject({ sent: 1 })
    expect(await sendMails(await run(later(11)))).toMatchObject({ sent: 1 })
    expect(post.taken).toHaveLength(3)
    expect(new Set(post.taken.map(({ id }) => id)).size).toBe(2)
  })
})

describe('an extra urgent dispatch', () => {
  it('is told at once to the people of its unit, once, with a count', async () => {
    const { org } = await testWorld()
    const directive = await buildDirective({
      title: '特急通知',
      urgency: 'extra_urgent',
      status: 'in_force',
      inForceAt: NOW,
    })
    await runAs(
      'office-head',
      async (ctx) => {
        const told = {
          event: 'task.dispatched',
          directiveId: directive.id,
          params: { count: 3, title: directive.title },
        }
        await notify(ctx, { unitId: org.unitIds.elderly ?? '', ...told })
      },
      null,
      { now: later(10) },
    )
    expect(await queueUrgentMails(await run(later(11)))).toBe(2)
    expect(await queueUrgentMails(await run(later(12)))).toBe(0)
    await sendMails(await run(later(12)))
    expect(post.taken.map(({ to }) => to).sort()).toEqual(['head@example.org', 'liaison@example.org'])
    for (const { text } of post.taken) expect(text).not.toContain('特急通知')
    expect(post.taken.some(({ text }) => text.includes('3 项特急任务'))).toBe(true)
  })

  it('of an ordinary directive is told by the digest alone', async () => {
    const { org } = await testWorld()
    const { id } = await buildDirective({ status: 'in_force', inForceAt: NOW })
    await runAs(
      'office-head',
      (ctx) => notify(ctx, { unitId: org.unitIds.elderly ?? '', event: 'task.dispatched', directiveId: id }),
      null,
    )
    expect(await queueUrgentMails(await run(later(300)))).toBe(0)
  })
})
