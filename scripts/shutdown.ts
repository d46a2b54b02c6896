// Ctrl-C and its like: everything that was started is stopped, in order, once.
import { stopChildren } from './processes'
import { say } from './progress'

type Act = () => Promise<unknown>

let stopping = false
const acts: Act[] = []

/** Adds something to undo at the end; the last added comes first. */
export function onShutdown(act: Act): void {
  acts.unshift(act)
}

/** True once a signal has come: errors of children that were stopped are no news then. */
export const isStopping = () => stopping

/** Stops the children, then undoes the rest, whatever fails on the way. */
export async function shutDown(): Promise<void> {
  await stopChildren()
  for (const act of acts.splice(0)) await act().catch((error: unknown) => console.error(error))
}

/** From here on Ctrl-C, a closed terminal and a plain kill end the program in order, with the given exit code. */
export function stopOnSignals(exitCode: number): void {
  const stop = async () => {
    if (stopping) return
    stopping = true
    say('\nStopping …')
    await shutDown()
    say('Stopped.')
    process.exit(exitCode)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  // With the terminal gone nobody reads what is written; that must not keep the rest from being stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  if (process.env.npm_lifecycle_event) stopWhenOrphaned(stop)
}

/** A signal that is sent to npm alone ends npm and its shell, but is not handed on: losing the parent means the same. */
function stopWhenOrphaned(stop: () => Promise<void>): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) void stop()
  }, 1000).unref()
}
