// The generated database client and the production build, each made anew only when its sources have changed.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fingerprint, isUpToDate, writeStamp } from './inputs'
import { prismaCommand, prismaEnvironment } from './prisma-cli'
import { mustRun, ROOT } from './processes'
import { step } from './progress'

const CLIENT_STAMP = 'prisma/generated/.made-from'
const BUILD_STAMP = '.next/.made-from'
const SCHEMA = ['prisma/schema.prisma', 'prisma/models', 'package-lock.json']
/** Top-level entries that no build reads. */
const NOT_BUILT =
  /^(node_modules|docs|e2e|tests|bench|scripts|test-results|playwright-report|next-env\.d\.ts|vitest\..*|playwright\..*|eslint\..*|.*\.md|.*\.tsbuildinfo)$/

/** The path of Next's command line in this clone. */
export const NEXT = path.join(ROOT, 'node_modules/next/dist/bin/next')

/** Generates the database client if the schema has changed. */
export async function ensureClient(): Promise<void> {
  const wanted = fingerprint(SCHEMA)
  if (isUpToDate(CLIENT_STAMP, wanted)) return
  await step('Generating the database client', async () => {
    const [command, args] = prismaCommand(['generate'])
    await mustRun('prisma generate', command, args, { env: prismaEnvironment() })
  })
  writeStamp(CLIENT_STAMP, wanted)
}

/** Builds the application if any source has changed; needs the generated client. */
export async function ensureBuild(): Promise<void> {
  const entries = readdirSync(ROOT).filter(
    (name) => !name.startsWith('.') && !NOT_BUILT.test(name) && name !== 'prisma',
  )
  const wanted = fingerprint([...entries.sort(), ...SCHEMA])
  if (isUpToDate(BUILD_STAMP, wanted) && existsSync(path.join(ROOT, '.next/BUILD_ID'))) return
  rmSync(path.join(ROOT, BUILD_STAMP), { force: true })
  await step('Building the application (half a minute or so)', () =>
    mustRun('next build', process.execPath, [NEXT, 'build'], {
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    }),
  )
  writeStamp(BUILD_STAMP, wanted)
}
