import { pino } from 'pino'
import { env } from '@/server/env'

const kept = globalThis as { luoshiLog?: ReturnType<typeof pino> }

/** The process's logger: JSON lines on standard error, never with business text in them. */
export function log() {
  return (kept.luoshiLog ??= pino({ level: env().LUOSHI_LOG_LEVEL }, pino.destination(2)))
}
