import { randomBytes } from 'node:crypto'
import { isFailure, type Failure, type FailureKind } from '@/domain/errors'
import type { Ctx } from '@/server/context'
import { log } from '@/server/log'
import { runCommand } from '@/server/run-command'
import { requestAddress } from '@/server/web/request'
import { findSignedIn } from '@/server/web/session'

const STATUS: Record<FailureKind, number> = {
  not_found: 404,
  forbidden: 403,
  refused: 422,
  invalid: 422,
  conflict: 409,
}
const refuse = (failure: Failure, status = STATUS[failure.kind]) => Response.json({ failure }, { status })

type Options<R> = {
  /** A key that the page made: the same request sent twice acts once and gets the first answer. */
  idempotencyKey?: string
  /** Also for links opened from elsewhere: only where the command merely reads (and records that it did). */
  anyOrigin?: boolean
  /** The answer where it is not JSON, such as a file. */
  respond?: (result: R) => Response | Promise<Response>
}

/**
 * Answers a request that our own pages make by script (an upload) with a command's result as JSON, or with `{ failure }`. The actions' twin:
 * session, same origin, input, transaction, errors as values. Other sites' pages get 403.
 */
export async function answerRequest<I, R>(
  request: Request,
  name: string,
  command: (ctx: Ctx, input: I) => Promise<R>,
  read: () => Promise<I>,
  { idempotencyKey, anyOrigin = false, respond }: Options<R> = {},
): Promise<Response> {
  try {
    const now = new Date()
    if (!anyOrigin && !isSameOrigin(request))
      return refuse({ tag: 'failure', kind: 'forbidden', code: 'common.forbidden' })
    const signedIn = await findSignedIn(now)
    if (!signedIn) return refuse({ tag: 'failure', kind: 'forbidden', code: 'common.signed_out' }, 401)
    const input = await read()
    const result = await runCommand(signedIn.actor, command, input, {
      name,
      idempotencyKey,
      now,
      address: await requestAddress(),
    })
    return respond ? await respond(result) : Response.json({ result })
  } catch (error) {
    if (isFailure(error)) return refuse(error.failure)
    const ref = randomBytes(3).toString('hex').toUpperCase()
    log().error({ err: error, ref, request: name }, 'a request failed')
    return refuse({ tag: 'failure', kind: 'refused', code: 'common.failed', params: { ref } }, 500)
  }
}

/** Browsers say where a request comes from; one that says neither way is no page of ours. */
function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = request.headers.get('origin')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
}
