// A second server of the same build on the same database: one that a journey may kill without stopping the others.
import { once } from 'node:events'
import { startApplication, type Application } from '@/scripts/application'
import { openDatabase } from '@/scripts/database'
import { freePort } from '@/scripts/ports'
import { loadSettings } from '@/scripts/settings'
import { relayDatabase, type Hold } from './database-relay'

export type SecondServer = {
  url: string
  /** Presses, lets the command come as far as this, and kills the server there: no signal it could answer, no farewell to the database. */
  killDuring: (press: () => Promise<void>, where: Hold) => Promise<void>
  /** On the same port again, as an operator would. */
  startAgain: () => Promise<void>
  stop: () => Promise<void>
}

/** Starts it beside the server of the run: data folder and database are those of the settings (DATABASE_URL, LUOSHI_DATA_DIR). */
export async function startSecondServer(): Promise<SecondServer> {
  const settings = { ...loadSettings(), PORT: await freePort(), LUOSHI_LOG_LEVEL: 'error' as const }
  const database = await openDatabase(settings)
  const relay = await relayDatabase(database.appUrl)
  const start = () => startApplication(settings, { ...database, appUrl: relay.url })
  let running: Application = await start()

  // The whole group: it leads one of its own (scripts/processes.ts).
  const signalKill = ({ child }: Application) => child.pid && process.kill(-child.pid, 'SIGKILL')
  // Where the run is broken off, no server stays behind.
  const reap = () =>
    running.child.exitCode === null && running.child.signalCode === null && signalKill(running)
  process.once('exit', reap)
  async function kill() {
    const ended = once(running.child, 'exit')
    signalKill(running)
    await ended
  }
  return {
    url: running.url,
    killDuring: async (press, where) => {
      const reached = relay.hold(where)
      await press()
      await reached
      await kill()
      relay.letGo()
    },
    startAgain: async () => {
      running = await start()
    },
    stop: async () => {
      process.off('exit', reap)
      await running.stop()
      relay.close()
      await database.stop()
    },
  }
}
