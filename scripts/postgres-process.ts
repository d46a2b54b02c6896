// The running server as its own pid file tells it.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const STOP_WITHIN_MS = 20_000

/** Process and port in postmaster.pid; null where there is no such file, or not a whole one yet. */
export function readServerFile(clusterDir: string): { pid: number; port: number } | null {
  const file = path.join(clusterDir, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

/** True where a process of that number runs and is PostgreSQL: after a restart of the machine the number may be another's. */
export function alive(pid: number): boolean {
  if (!runs(pid)) return false
  const { stdout, status } = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' })
  const command =
    status === 0
      ? stdout
      : existsSync(`/proc/${pid}/comm`)
        ? readFileSync(`/proc/${pid}/comm`, 'utf8')
        : 'postgres'
  return command.includes('postgres')
}

function runs(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** True where the program that started the server still runs: then the server is its own to stop. */
export function startedByOther(dataDir: string): boolean {
  const file = path.join(dataDir, 'postgres.starter')
  if (!existsSync(file)) return false
  const pid = Number(readFileSync(file, 'utf8'))
  return pid !== process.pid && runs(pid)
}

/** Fast shutdown (connections are ended, everything is written), then, when that takes too long, an immediate one. */
export async function stopServer(clusterDir: string): Promise<void> {
  const server = readServerFile(clusterDir)
  if (!server || !alive(server.pid)) return
  process.kill(server.pid, 'SIGINT')
  for (const begun = performance.now(); performance.now() - begun < STOP_WITHIN_MS; await sleep(30)) {
    if (!runs(server.pid)) return
  }
  process.kill(server.pid, 'SIGQUIT')
}
