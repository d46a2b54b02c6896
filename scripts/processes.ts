// Child processes: each leads a group of its own, so that Ctrl-C reaches this program alone and it can stop the rest in order.
import { spawn, type ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import path from 'node:path'
import { Failure, isDiskFull } from './failure'

/** The clone's folder. */
export const ROOT = path.resolve(import.meta.dirname, '..')

const STOP_AFTER_MS = 10_000
const KEPT_CHARACTERS = 20_000
const running = new Set<ChildProcess>()

type RunOptions = {
  env?: NodeJS.ProcessEnv
  /** `show` hands the output through; `hold` keeps it and shows it only when the command fails. */
  output?: 'show' | 'hold'
  cwd?: string
  uid?: number
  gid?: number
}

/** Starts a long-running child in its own process group. */
export function startChild(command: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(command, args, {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return track(child)
}

/** Runs a command to its end; answers its exit code and what it printed, in all and on standard output (the end of it, if long). */
export function runCommand(command: string, args: string[], options: RunOptions = {}) {
  const { output: shown, env = process.env, ...place } = options
  const child = track(
    spawn(command, args, { cwd: ROOT, ...place, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] }),
  )
  let output = ''
  let stdout = ''
  const keep = (sink: NodeJS.WriteStream) => (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-KEPT_CHARACTERS)
    if (sink === process.stdout) stdout = (stdout + chunk.toString('utf8')).slice(-KEPT_CHARACTERS)
    if (shown === 'show') sink.write(chunk)
  }
  child.stdout?.on('data', keep(process.stdout))
  child.stderr?.on('data', keep(process.stderr))
  return new Promise<{ code: number; output: string; stdout: string }>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), output, stdout }),
    )
  })
}

/** Runs a command that must succeed; throws a `Failure` with the end of its output otherwise. Answers its standard output. */
export async function mustRun(
  what: string,
  command: string,
  args: string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, output, stdout } = await runCommand(command, args, options)
  if (code === 0) return stdout
  if (isDiskFull(new Error(output)))
    throw new Failure(`${what} failed: the disk is full. Free some space, then run this again.`)
  const shown = options.output === 'show' ? '' : '\n' + output.trimEnd()
  throw new Failure(`${what} failed (exit code ${code}).${shown}`)
}

/** The arguments that make this Node run a TypeScript file of the repository. */
export const typescript = (file: string, ...args: string[]) => [
  '--import',
  'tsx',
  path.join(ROOT, file),
  ...args,
]

/** Asks a child's whole group to stop, and kills it when it has not after ten seconds. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (!child.pid || !running.has(child)) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  signalGroup(child.pid, 'SIGTERM')
  const timer = setTimeout(() => child.pid && signalGroup(child.pid, 'SIGKILL'), STOP_AFTER_MS)
  await ended
  clearTimeout(timer)
}

/** Stops every child that still runs. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map(stopChild))
}

function track(child: ChildProcess): ChildProcess {
  running.add(child)
  const forget = () => running.delete(child)
  child.once('exit', forget)
  child.once('error', forget)
  return child
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // The group has ended by itself.
  }
}
