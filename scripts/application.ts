// The application as a child process, and the wait until it answers.
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Settings } from '../server/env'
import { NEXT } from './build'
import type { Database } from './database'
import { Failure } from './failure'
import { nextFreePort } from './ports'
import { startChild, stopChild } from './processes'
import { say } from './progress'
import { secretOf } from './settings'

const HEALTHY_WITHIN_MS = 90_000

export type Application = { url: string; secret: string; child: ChildProcess; stop: () => Promise<void> }

/**
 * The environment of every program that runs application code: each setting spelled out, so that nothing is read twice. The owner's
 * address of the database is withheld: the application works as a role that owns nothing.
 */
export function applicationEnvironment(settings: Settings, database: Database): NodeJS.ProcessEnv {
  const secret = secretOf(settings)
  const publicUrl = settings.LUOSHI_PUBLIC_URL ?? `http://${visibleHost(settings.HOST)}:${settings.PORT}`
  return {
    ...process.env,
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value ?? '')])),
    LUOSHI_SECRET: secret,
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATION_URL: '',
    NEXTAUTH_URL: publicUrl,
    NEXTAUTH_SECRET: secret,
    // With an address of record, the request's Host header is not believed.
    ...(settings.LUOSHI_PUBLIC_URL ? {} : { AUTH_TRUST_HOST: 'true' }),
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** The settings with the wanted port, or with the next free one, which is said aloud. */
export async function choosePort(settings: Settings): Promise<Settings> {
  const port = await nextFreePort(settings.PORT, settings.HOST)
  if (port !== settings.PORT) say(`! Port ${settings.PORT} is taken: using ${port}.`)
  return { ...settings, PORT: port }
}

/** Starts the application and waits until it is healthy. */
export async function startApplication(
  settings: Settings,
  database: Database,
  kind: 'start' | 'dev' = 'start',
): Promise<Application> {
  const environment = {
    ...applicationEnvironment(settings, database),
    NODE_ENV: kind === 'start' ? 'production' : 'development',
  } as const
  const child = startChild(
    process.execPath,
    [NEXT, kind, '-H', settings.HOST, '-p', String(settings.PORT)],
    environment,
  )
  const url = `http://${visibleHost(settings.HOST)}:${settings.PORT}`
  try {
    await untilHealthy(child, url)
  } catch (error) {
    await stopChild(child)
    throw error
  }
  return { url, secret: secretOf(settings), child, stop: () => stopChild(child) }
}

async function untilHealthy(child: ChildProcess, url: string): Promise<void> {
  let ended = false
  child.once('exit', () => (ended = true))
  let last = 'no answer'
  for (const begun = performance.now(); performance.now() - begun < HEALTHY_WITHIN_MS; await sleep(150)) {
    if (ended) throw new Failure('The application ended while starting; the reason stands above.')
    try {
      const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(10_000) })
      if (response.ok) return
      last = `${response.status} ${(await response.text()).slice(0, 200)}`
    } catch {
      // It does not listen yet.
    }
  }
  throw new Failure(`The application started but is not healthy (${url}/api/health: ${last}).`)
}

/** What a browser on this machine types for a listening address. */
function visibleHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
