// `npm run two-step-off -- ACCOUNT`: at the server's console, removes the second factor of somebody whom no security administrator can help (it is
// theirs, or LUOSHI_SECRET was changed). It needs the settings of the running application, as `npm run password-link` does.
import { isFailure } from '../domain/errors'
import { openDatabase } from './database'
import { exitWith, Failure } from './failure'
import { loadSettings } from './settings'

const account = process.argv[2]
try {
  if (!account) throw new Failure('Name the account: npm run two-step-off -- ACCOUNT')
  const settings = loadSettings()
  const database = await openDatabase(settings)
  try {
    const [{ createDb }, { removeTwoStepAtConsole }] = await Promise.all([
      import('../server/db'),
      import('../server/org/two-step/turn-off-two-step'),
    ])
    const db = createDb(database.appUrl, 1)
    try {
      await removeTwoStepAtConsole(db, account, new Date())
      console.log(`Two-step sign-in of ${account} is off; its sessions have ended.`)
    } finally {
      await db.$disconnect()
    }
  } finally {
    await database.stop()
  }
} catch (error) {
  exitWith(isFailure(error) ? new Failure(reasonOf(error.code, account)) : error)
}

function reasonOf(code: string, name = ''): string {
  return code === 'two_step.off_already'
    ? `Two-step sign-in of ${name} is not on.`
    : `There is no account ${name}, or its person has left.`
}
