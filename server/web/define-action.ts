import { randomBytes } from 'node:crypto'
import { revalidatePath } from 'next/cache'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { fieldsOfZod, invalid, isFailure, type Failure } from '@/domain/errors'
import type { ActionState } from '@/domain/action-state'
import { formToObject } from '@/lib/form-to-object'
import { pathsOfUnkeptCharacters } from '@/lib/unkept-characters'
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
  return async (_previous: unknown, payload: FormData | object): Promise<ActionState<R>> => {
    const { idempotencyKey, ...values } = fieldsOf(payload)
    const keep = (failure: Failure): ActionState<R> => ({
      status: 'error',
      failure,
      values: withoutFiles(values),
      at: Date.now(),
    })
    let result: R
    try {
      const now = new Date()
      const signedIn = await findSignedIn(now)
      if (!signedIn) return keep({ tag: 'failure', kind: 'forbidden', code: 'common.signed_out' })
      const unkept = pathsOfUnkeptCharacters(values)
      if (unkept.length > 0) return keep(invalid(unkept.map(unkeptField)).failure)
      const parsed = schema.safeParse(values)
      if (!parsed.success) return keep(invalid(fieldsOfZod(parsed.error)).failure)
      result = await runCommand(signedIn.actor, command, parsed.data, {
        name,
        idempotencyKey: requestKey(payload, idempotencyKey, values),
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

/** What was sent, by name; whatever else calls an action by hand sends nothing. */
function fieldsOf(payload: unknown): Record<string, unknown> {
  if (payload instanceof FormData) return formToObject(payload)
  return typeof payload === 'object' && payload !== null ? { ...payload } : {}
}

/** A form that was changed before it was sent again is another request, though its key was made once for the page. */
function requestKey(payload: unknown, key: unknown, values: Record<string, unknown>): string | undefined {
  if (typeof key !== 'string' || key === '') return undefined
  return payload instanceof FormData ? `${key}:${JSON.stringify(values)}` : key
}

/** What was typed goes back to its form; a file cannot. */
function withoutFiles(values: Record<string, unknown>): Record<string, unknown> {
  const isFile = (value: unknown) => [value].flat().some((one) => one instanceof Blob)
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isFile(value)))
}

const unkeptField = (path: string) => ({ path, code: 'field.unkept_character' })
