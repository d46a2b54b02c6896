// `npm run password-link -- ACCOUNT`: at the server's console, a new one-time link for a person, who gets it by hand or by voice.
// It needs the settings of the running application (DATABASE_URL, or the data folder of a database that is running).
import { isFailure } from '../domain/errors'
import { openDatabase } from './database'
import { applicationEnvironment } from './application'
import { exitWith, Failure } from './failure'
import { loadSettings } from './settings'

const account = process.argv[2]
try {
  if (!account) throw new Failure('Name the account: npm run password-link -- ACCOUNT')
  const settings = loadSettings()
  const database = await openDatabase(settings)
  const env = applicationEnvironment(settings, database)
  try {
    const [{ createDb }, { issuePasswordLink }] = await Promise.all([
      import('../server/db'),
      import('../server/org/issue-password-link'),
    ])
    const db = createDb(database.appUrl, 1)
    try {
      console.log(await issuePasswordLink(db, account, new Date(), String(env.NEXTAUTH_URL)))
      console.log('Good for 72 hours, once. Earlier links of this account are void.')
    } finally {
      await db.$disconnect()
    }
  } finally {
    await database.stop()
  }
} catch (error) {
  exitWith(isFailure(error) ? new Failure(`There is no account ${account}, or its person has left.`) : error)
}
