import { conflict } from '@/domain/errors'
import type { Actor } from '@/domain/permissions/actor'
import type { Ctx } from '@/server/context'
import { sha256 } from '@/server/audit/record-audit'
import { isUniqueViolation, isWriteConflict } from '@/server/database-errors'
import { db as appDb, type Db } from '@/server/db'
import { loadRules, todayIn } from '@/server/load-rules'

export type CommandMeta = {
  name: string
  /** A key that the form made: the same request sent twice acts once and gets the first answer. */
  idempotencyKey?: string
  now?: Date
  address?: string
  db?: Db
}

const RETRIES = 3
const TIMEOUT_MS = 60_000

/** Runs a command in one transaction: receipt, rules, the command itself. Retries deadlocks; nothing is half done. */
export async function runCommand<I, R>(
  actor: Actor,
  command: (ctx: Ctx, input: I) => Promise<R>,
  input: I,
  meta: CommandMeta,
): Promise<R> {
  const client = meta.db ?? appDb()
  const now = meta.now ?? new Date()
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction(
        async (tx) => {
          const { settings, calendar } = await loadRules(tx, now, client)
          const ctx: Ctx = {
            actor,
            tx,
            now,
            today: todayIn(settings, now),
            settings,
            calendar,
            address: meta.address ?? '',
          }
          const key = receiptKey(actor, meta)
          if (!key) return command(ctx, input)
          const fresh = await tx.$executeRaw`
            INSERT INTO command_receipts (key, person_id, command, result) VALUES (${key}, ${actor.personId}::uuid, ${meta.name}, 'null')
            ON CONFLICT (key) DO NOTHING`
          if (fresh === 0) {
            const receipt = await tx.commandReceipt.findUniqueOrThrow({
              where: { key },
              select: { result: true },
            })
            return (receipt.result as { value: R }).value
          }
          const value = await command(ctx, input)
          await tx.commandReceipt.update({
            where: { key },
            data: { result: { value: value ?? null } as object },
          })
          return value
        },
        { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
      )
    } catch (error) {
      if (attempt < RETRIES && isWriteConflict(error)) continue
      // The same request twice is told by its receipt: here somebody else was first with a name, a number or a place.
      if (isUniqueViolation(error)) throw conflict('common.stale')
      throw error
    }
  }
}

/** Keys come from browsers: hashed, any of them fits the index and holds no character that the database refuses. */
function receiptKey(actor: Actor, { name, idempotencyKey }: CommandMeta): string | null {
  return idempotencyKey && actor.personId ? `${actor.personId}:${name}:${sha256(idempotencyKey)}` : null
}
