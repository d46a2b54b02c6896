import type { Failure } from './errors'

/** What an action hands back to its form: nothing yet, the result, or what is wrong together with all that was typed. */
export type ActionState<R = unknown> =
  | { status: 'idle' }
  | { status: 'ok'; result: R; at: number }
  | { status: 'error'; failure: Failure; values: Record<string, unknown>; at: number }

export const idle: ActionState<never> = { status: 'idle' }
