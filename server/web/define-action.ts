import { randomBytes } from 'node:crypto'
import { revalidatePath } from 'next/cache'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { fieldsOfZod, invalid, isFailure, type Failure } from '@/domain/errors'
import type { ActionState } from '@/domain/action-state'
import { formToObject } from '@/lib/form-to-object'
import type { Ctx } from '@/server/context'
import { log } from '@/server/log'
import { runCommand } from '@/server/run-command'
import { requestAddress } from '@/server/web/request'
import { findSignedIn } from '@/server/web/session'

type Options<R> = {
  /** Paths whose cached pages the command changes; the whole layout by default. */
  revalidate?: string[]
  /** Runs after the commit, e.g. a redirect. */
  after?: (result: R) => void | Promise<void>
}

/** Binds a command to a form or a call: session → parse → transaction → command → errors as values → revalidate. */
export function defineAction<S extends z.ZodType, R>(
  name: string,
  schema: S,
  command: (ctx: Ctx, input: z.output<S>) => Promise<R>,
  options: Options<R> = {},
) {
  return async (_previous: ActionState<R>, payload: FormData | object): Promise<ActionState<R>> => {
    const raw = payload instanceof FormData ? formToObject(payload) : (payload as Record<string, unknown>)
    const { idempotencyKey, ...values } = raw
    const keep = (failure: Failure): ActionState<R> => ({ status: 'error', failure, values, at: Date.now() })
    let result: R
    try {
      const now = new Date()
      const signedIn = await findSignedIn(now)
      if (!signedIn) return keep({ tag: 'failure', kind: 'forbidden', code: 'common.signed_out' })
      const parsed = schema.safeParse(values)
      if (!parsed.success) return keep(invalid(fieldsOfZod(parsed.error)).failure)
      result = await runCommand(signedIn.actor, command, parsed.data, {
        name,
        idempotencyKey: typeof idempotencyKey === 'string' && idempotencyKey ? idempotencyKey : undefined,
        now,
        address: await requestAddress(),
      })
    } catch (error) {
      unstable_rethrow(error)
      if (isFailure(error)) return keep(error.failure)
      const ref = randomBytes(3).toString('hex').toUpperCase()
      log().error({ err: error, ref, action: name }, 'an action failed')
      return keep({ tag: 'failure', kind: 'refused', code: 'common.failed', params: { ref } })
    }
    for (const path of options.revalidate ?? []) revalidatePath(path)
    if (!options.revalidate) revalidatePath('/', 'layout')
    await options.after?.(result)
    return { status: 'ok', result, at: Date.now() }
  }
}
