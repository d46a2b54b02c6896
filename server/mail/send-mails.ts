import { hostname } from 'node:os'
import { createTransport, type Transporter } from 'nodemailer'
import type { Prisma } from '@/prisma/generated/client'
import type { Db } from '@/server/db'
import type { JobRun } from '@/server/jobs/timed-jobs'
import { mailSettings, type MailSettings } from '@/server/mail/mail-settings'
import { mailWords } from '@/server/mail/mail-words'
import { unsureSince } from '@/server/mail/unsure-mails'

/** After so many refusals a mail is given up: some two days. */
const ATTEMPTS = 12
const MINUTE_MS = 60_000
const LONGEST_PAUSE_MS = 6 * 60 * MINUTE_MS
const PATIENCE_MS = 20_000
/** Who hands over, for the operator's eyes. */
const PROCESS = `${hostname()}:${process.pid}`
/** Mails of one run; the next run takes the rest. */
const MOST = 1_000

export type Sent = { sent: number; refused: number; waiting: boolean }

/**
 * Sends what waits. A mail is first marked as being sent, in a transaction of its own, then handed over, then its answer kept: two processes
 * never hold the same one, and one that was killed in between leaves a mail of which nobody knows whether it went. Such a mail is handed
 * over once more after ten minutes, under the same Message-ID (a doubled digest does no harm, a lost urgent mail does); if that is cut
 * off too, it waits for an administrator. A temporary refusal is tried again after 1, 2, 4 … minutes; a permanent one is kept with
 * the server's answer. Throws the failure where the server itself cannot be reached or does not let us in: the job shows it and tries again.
 */
export async function sendMails({ db, now }: JobRun): Promise<Sent | { off: true }> {
  const settings = mailSettings()
  if (!settings) return { off: true }
  const transport = createTransport(
    {
      url: settings.url,
      pool: true,
      maxConnections: 1,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    } as object,
    { from: settings.from },
  )
  try {
    const done: Sent = { sent: 0, refused: 0, waiting: false }
    for (let i = 0; i < MOST; i++) {
      const result = await sendOne(db, now, settings, transport)
      if (result.kind === 'none') return done
      if (result.kind === 'unreachable') throw result.error
      done[result.kind] += 1
    }
    return { ...done, waiting: true }
  } finally {
    transport.close()
  }
}

type Outcome = { kind: 'none' | 'sent' | 'refused' } | { kind: 'unreachable'; error: Error }

async function sendOne(db: Db, now: Date, settings: MailSettings, transport: Transporter): Promise<Outcome> {
  const mail = await claim(db, now)
  if (!mail) return { kind: 'none' }
  const { person } = mail
  if (!person.email || !person.mailOn || person.status !== 'active') {
    await keep(db, mail.id, { givenUpAt: now, lastError: 'no_address' })
    return { kind: 'refused' }
  }
  const words = await mailWords(mail, settings)
  const messageId = `<${mail.id}@${new URL(settings.publicUrl).hostname}>`
  try {
    await transport.sendMail({ to: person.email, messageId, ...words })
  } catch (error) {
    return refuse(db, mail, error as SmtpError, now)
  }
  await keep(db, mail.id, { sentAt: now, attempts: mail.attempts + 1, lastError: null })
  return { kind: 'sent' }
}

/** Marks the next mail as being sent by this process and hands it out; null where none waits. */
async function claim(db: Db, now: Date) {
  const [next] = await db.$queryRaw<{ id: string }[]>`
    UPDATE mail_outbox SET sending_by = ${PROCESS}, sending_at = ${now}, unsure = unsure + (sending_at IS NOT NULL)::int
    WHERE id = (SELECT id FROM mail_outbox WHERE sent_at IS NULL AND given_up_at IS NULL AND next_try_at <= ${now}
        AND (sending_at IS NULL OR (sending_at <= ${unsureSince(now)} AND unsure = 0))
      ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id`
  if (!next) return null
  const who = { name: true, nameEn: true, locale: true, email: true, mailOn: true, status: true } as const
  return db.mailOutbox.findUniqueOrThrow({
    where: { id: next.id },
    select: { id: true, kind: true, count: true, attempts: true, person: { select: who } },
  })
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

async function refuse(
  db: Db,
  mail: { id: string; attempts: number },
  error: SmtpError,
  now: Date,
): Promise<Outcome> {
  const { code = 'ESEND', command, responseCode } = error
  const attempts = mail.attempts + 1
  // The server spoke of this mail's receiver or text: 5xx is its last word. Of the connection or the sender: that is the operator's to mend.
  const ofMail =
    (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM' && responseCode !== undefined
  const last = (ofMail && responseCode >= 500) || attempts >= ATTEMPTS
  const pause = Math.min(2 ** (attempts - 1) * MINUTE_MS, LONGEST_PAUSE_MS)
  await keep(db, mail.id, {
    attempts,
    lastError: (error.response ?? code).slice(0, 200),
    ...(last ? { givenUpAt: now } : { nextTryAt: new Date(now.getTime() + pause) }),
  })
  return ofMail ? { kind: 'refused' } : { kind: 'unreachable', error }
}

/** The answer is kept: the mail is nobody's any more. */
const keep = (db: Db, id: string, data: Prisma.MailOutboxUncheckedUpdateInput) =>
  db.mailOutbox.update({
    where: { id },
    data: { ...data, sendingBy: null, sendingAt: null },
    select: { id: true },
  })
