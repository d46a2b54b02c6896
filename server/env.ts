import path from 'node:path'
import { z } from 'zod'

// The only reader of process.env in the application. .env.example says what each setting does, to those who run it.

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']
const MIN_SECRET_LENGTH = 32
const MIN_DIFFERENT_CHARACTERS = 10
const WELL_KNOWN =
  /change.?me|secret|password|example|placeholder|luoshi|default|0123456789|abcdefghij|qwertyuiop/i

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max)
const databaseUrl = z
  .string()
  .refine((url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url), 'is no postgresql:// address')

const settingsSchema = z.object({
  LUOSHI_MODE: z.enum(['demo', 'production']).optional(),
  LUOSHI_SECRET: z.string().optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_MIGRATION_URL: databaseUrl.optional(),
  PORT: whole(1, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  LUOSHI_DATA_DIR: z.string().default('.data'),
  LUOSHI_DEMO_PUBLIC: z.enum(['on', 'off']).default('off'),
  LUOSHI_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LUOSHI_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LUOSHI_PROXIES: whole(1, 9).default(1),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]+/, 'is no smtp:// or smtps:// address')
    .optional(),
  MAIL_FROM: z.string().includes('@', 'is no address to send from').optional(),
  LUOSHI_CORPUS: z.string().optional(),
})

/** The settings as the operator gave them, with what follows from them; paths absolute. */
export type Settings = Omit<z.infer<typeof settingsSchema>, 'LUOSHI_MODE'> & {
  LUOSHI_MODE: 'demo' | 'production'
}

/** What the running application needs: the settings, with a database and a secret. */
export type Env = Settings & { DATABASE_URL: string; LUOSHI_SECRET: string }

/** Every name that is read, in the order of .env.example. */
export const SETTING_NAMES = Object.keys(settingsSchema.shape) as (keyof Settings)[]

/** Settings that cannot be used; the message has one line for each, saying what to do. Recognised by its tag. */
export class SettingsError extends Error {
  readonly tag = 'settings'
}

type Source = Record<string, string | undefined>

/**
 * Reads the settings. Demo is the default only where neither DATABASE_URL nor LUOSHI_SECRET is set. Throws `SettingsError` for a value out of
 * range, a demo that strangers could reach, and a production with a missing or weak secret.
 */
export function parseSettings(source: Source): Settings {
  // An empty line in .env means "not set".
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = settingsSchema.safeParse(given)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new SettingsError(lines.join('\n'))
  }
  const values = result.data
  const untouched = !values.DATABASE_URL && !values.LUOSHI_SECRET
  const settings = {
    ...values,
    LUOSHI_MODE: values.LUOSHI_MODE ?? (untouched ? ('demo' as const) : ('production' as const)),
    LUOSHI_DATA_DIR: path.resolve(values.LUOSHI_DATA_DIR),
  }
  if (settings.LUOSHI_MODE === 'production') refuseWeakSecret(settings.LUOSHI_SECRET)
  else refuseStrangers(settings)
  refuseHalfMail(settings)
  return settings
}

/** Why a secret must not protect real accounts, or null: at least 32 characters, 10 different ones, none of the well-known. */
export function weaknessOfSecret(secret: string): string | null {
  if (secret.length < MIN_SECRET_LENGTH)
    return `has ${secret.length} characters, ${MIN_SECRET_LENGTH} are needed`
  if (new Set(secret).size < MIN_DIFFERENT_CHARACTERS) return 'repeats a few characters'
  if (WELL_KNOWN.test(secret)) return 'looks like an example'
  return null
}

function refuseWeakSecret(secret: string | undefined): void {
  const advice = 'Make one with "openssl rand -base64 48" and keep it: sessions and links are signed with it.'
  if (!secret) {
    throw new SettingsError(
      `LUOSHI_SECRET is missing, and production does not start without. ${advice} (For a trial with made-up data set LUOSHI_MODE=demo.)`,
    )
  }
  const weakness = weaknessOfSecret(secret)
  if (weakness) throw new SettingsError(`LUOSHI_SECRET is too weak for production: it ${weakness}. ${advice}`)
}

function refuseStrangers({ HOST, LUOSHI_DEMO_PUBLIC }: Settings): void {
  if (isLoopback(HOST) || LUOSHI_DEMO_PUBLIC === 'on') return
  throw new SettingsError(
    `HOST=${HOST} would let others reach the demo, whose accounts anybody may use. Leave HOST out, or set LUOSHI_DEMO_PUBLIC=on if that is wanted.`,
  )
}

/** Mail needs a server, a sender and the address to which its link leads: all three or none. */
function refuseHalfMail({ SMTP_URL, MAIL_FROM, LUOSHI_PUBLIC_URL }: Settings): void {
  if (!SMTP_URL && !MAIL_FROM) return
  if (SMTP_URL && MAIL_FROM && LUOSHI_PUBLIC_URL) return
  throw new SettingsError(
    'Mail needs SMTP_URL, MAIL_FROM and LUOSHI_PUBLIC_URL (the address to which the link in a mail leads). Set all three, or leave SMTP_URL and MAIL_FROM out: then no mail is sent.',
  )
}

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host) || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** Reads the settings of a running application. Throws `SettingsError` where its start script did not hand over a database and a secret. */
export function parseEnv(source: Source): Env {
  const { DATABASE_URL, LUOSHI_SECRET, ...settings } = parseSettings(source)
  if (DATABASE_URL && LUOSHI_SECRET) return { ...settings, DATABASE_URL, LUOSHI_SECRET }
  throw new SettingsError(
    'DATABASE_URL and LUOSHI_SECRET are not set. Start with "npm start", which sees to both.',
  )
}

let kept: Env | undefined

/** The settings of this process, read at the first call: a build has none and needs none. */
export function env(): Env {
  return (kept ??= parseEnv(process.env))
}
