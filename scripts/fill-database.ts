// A child of the start script, in the environment of the application: what a migrated database needs before the first request.
// `demo` adds the demo organisation; `administrators` prints the one-time links of a production without accounts.
import { db } from '../server/db'
import { env } from '../server/env'
import { bootstrapAdministrators } from '../server/org/bootstrap-administrators'
import { prepareDatabase } from '../server/org/prepare-database'

await prepareDatabase(env().DATABASE_URL)

if (process.argv.includes('demo')) {
  const { seedDemo } = await import('../prisma/seed')
  await seedDemo()
}

if (process.argv.includes('administrators')) {
  const links = await bootstrapAdministrators(db(), new Date(), process.env.NEXTAUTH_URL ?? '')
  if (links.length > 0) {
    console.log(
      'Nobody has an account yet. Hand each one-time link (valid for 72 hours) to its person alone:',
    )
    for (const { account, role, url } of links)
      console.log(`  ${role.padEnd(16)} ${account.padEnd(8)} ${url}`)
  }
}

process.exit(0) // the database client keeps its pool open
