import { createTransport, type Transporter } from 'nodemailer'
import type { Db, Tx } from '@/server/db'
import type { JobRun } from '@/server/jobs/timed-jobs'
import { mailSettings, type MailSettings } from '@/server/mail/mail-settings'
import { mailWords } from '@/server/mail/mail-words'

/** After so many refusals a mail is given up: some two days. */
const ATTEMPTS = 12
const MINUTE_MS = 60_000
const LONGEST_PAUSE_MS = 6 * 60 * MINUTE_MS
const PATIENCE_MS = 20_000
/** Mails of one run; the next run takes the rest. */
const MOST = 1_000

export type Sent = { sent: number; refused: number; waiting: boolean }

/**
 * Sends what waits, one mail a transaction: its row is locked while it is sent, and a row that another process holds is passed over, so
 * that nothing goes out twice. A process killed in between leaves the row as it was; the mail then carries the same Message-ID again.
 * A temporary refusal is tried again after 1, 2, 4 … minutes; a permanent one is kept with the server's answer. Throws the failure where
 * the server itself cannot be reached or does not let us in: the job shows it and tries again.
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
  return db.$transaction(
    async (tx): Promise<Outcome> => {
      const [next] = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM mail_outbox WHERE sent_at IS NULL AND given_up_at IS NULL AND next_try_at <= ${now}
        ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`
      if (!next) return { kind: 'none' }
      const mail = await tx.mailOutbox.findUniqueOrThrow({
        where: { id: next.id },
        select: {
          id: true,
          kind: true,
          count: true,
          attempts: true,
          person: {
            select: { name: true, nameEn: true, locale: true, email: true, mailOn: true, status: true },
          },
        },
      })
      const { person } = mail
      if (!person.email || !person.mailOn || person.status !== 'active') {
        await keep(tx, mail.id, { givenUpAt: now, lastError: 'no_address' })
        return { kind: 'refused' }
      }
      try {
        const words = await mailWords(mail, settings)
        const domain = new URL(settings.publicUrl).hostname
        await transport.sendMail({ to: person.email, messageId: `<${mail.id}@${domain}>`, ...words })
        await keep(tx, mail.id, { sentAt: now, attempts: mail.attempts + 1, lastError: null })
        return { kind: 'sent' }
      } catch (error) {
        return refuse(tx, mail, error as SmtpError, now)
      }
    },
    { timeout: 4 * PATIENCE_MS, maxWait: PATIENCE_MS },
  )
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

async function refuse(
  tx: Tx,
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
  await keep(tx, mail.id, {
    attempts,
    lastError: (error.response ?? code).slice(0, 200),
    ...(last ? { givenUpAt: now } : { nextTryAt: new Date(now.getTime() + pause) }),
  })
  return ofMail ? { kind: 'refused' } : { kind: 'unreachable', error }
}

const keep = (tx: Tx, id: string, data: Parameters<Tx['mailOutbox']['update']>[0]['data']) =>
  tx.mailOutbox.update({ where: { id }, data, select: { id: true } })
