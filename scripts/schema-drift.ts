// Do the migrations, applied to an empty database, give exactly the schema that the code is generated from?
// Needs an owner's connection that may create databases (DATABASE_MIGRATION_URL); without one, a server of its own is started.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { exitWith } from './failure'
import { FAST_AND_FORGETFUL, startPostgres } from './postgres'
import { prismaCommand, prismaEnvironment } from './prisma-cli'
import { runCommand } from './processes'

const SAME = 0
const DIFFERENT = 2

async function compare(url: string): Promise<number> {
  const args = [
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    'prisma',
    '--exit-code',
  ]
  const [command, all] = prismaCommand(args)
  const { code, output } = await runCommand(command, all, {
    env: prismaEnvironment({ DATABASE_MIGRATION_URL: url }),
  })
  if (code === SAME) console.log('The migrations give the schema in prisma/: no drift.')
  else if (code === DIFFERENT) {
    console.log(
      output + '\nThe migrations and the schema in prisma/ differ: add a migration for what stands above.',
    )
  } else console.log(output)
  return code
}

async function onOwnServer(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'luoshi-drift-'))
  chmodSync(folder, 0o711)
  const server = await startPostgres({ dataDir: path.join(folder, 'data'), settings: FAST_AND_FORGETFUL })
  try {
    return await compare(server.ownerUrl)
  } finally {
    await server.stop()
    for (const used of [...server.folders, folder]) rmSync(used, { recursive: true, force: true })
  }
}

try {
  const url = process.env.DATABASE_MIGRATION_URL
  process.exitCode = url ? await compare(url) : await onOwnServer()
} catch (error) {
  exitWith(error)
}
