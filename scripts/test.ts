// `npm test`: every check in order, each with its time, on a database server of its own in a temporary folder. The last line is
// "tests: N passed, N failed"; a check that is no test counts as one. `npm test -- --only lint,vitest` runs these alone, and
// what follows `--` once more goes to the one tool: `npm test -- --only vitest server/tasks`.
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FAST_AND_FORGETFUL, startPostgres, type Postgres } from './postgres'
import { SETTING_NAMES } from '../server/env'
import { exitWith } from './failure'
import { ROOT } from './processes'
import { say, seconds } from './progress'
import { isStopping, onShutdown, shutDown, stopOnSignals } from './shutdown'
import { CHECKS, type Count, type TestRun } from './test-checks'

/** Tests never read the operator's settings, from the environment or from .env: an empty one counts as not set. */
function forgetSettings(): void {
  const corpus = process.env.LUOSHI_CORPUS || path.resolve(ROOT, '../shared/directives')
  for (const name of SETTING_NAMES) process.env[name] = ''
  if (existsSync(corpus)) process.env.LUOSHI_CORPUS = corpus
  else
    say(
      '! No folder with real directives (LUOSHI_CORPUS): left out are the tests on them; the journeys use a sample of our own.',
    )
}

function chosen(args: string[]): { names: string[]; rest: string[] } {
  const at = args.indexOf('--only')
  const all = CHECKS.map((check) => check.name)
  if (at < 0) return { names: all, rest: [] }
  const names = (args[at + 1] ?? '').split(',')
  const unknown = names.filter((name) => !all.includes(name))
  if (unknown.length > 0)
    throw new Error(`No check named ${unknown.join(', ')}; there are ${all.join(', ')}.`)
  return { names, rest: args.slice(at + 2) }
}

async function prepare(rest: string[]): Promise<TestRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'luoshi-test-'))
  chmodSync(folder, 0o711) // root's database runs as another user, who must pass through
  onShutdown(async () => rmSync(folder, { recursive: true, force: true }))
  process.env.TMPDIR = folder
  let server: Promise<Postgres> | undefined
  const postgres = () => (server ??= startServer(path.join(folder, 'server')))
  return { folder, rest, postgres }
}

/** Started by the first check that needs it. */
async function startServer(dataDir: string): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir, settings: FAST_AND_FORGETFUL })
  onShutdown(async () => {
    await postgres.stop()
    for (const used of postgres.folders) rmSync(used, { recursive: true, force: true })
  })
  return postgres
}

async function runChecks(names: string[], run: TestRun): Promise<Count> {
  const total = { passed: 0, failed: 0 }
  for (const check of CHECKS.filter(({ name }) => names.includes(name))) {
    const begun = performance.now()
    say(`\n… ${check.title}`)
    const { passed, failed } = await check.run(run).catch((error: unknown) => {
      if (!isStopping()) say(error instanceof Error ? error.message : String(error))
      return { passed: 0, failed: 1 }
    })
    if (isStopping()) await new Promise(() => {}) // the signal's handler ends the program
    total.passed += passed
    total.failed += failed
    const outcome = failed > 0 ? `✗ ${check.title}: ${failed} failed` : `✓ ${check.title}`
    say(`${outcome}${passed > 1 ? `, ${passed} passed` : ''} (${seconds(performance.now() - begun)})`)
  }
  return total
}

stopOnSignals(130)
try {
  forgetSettings()
  const { names, rest } = chosen(process.argv.slice(3))
  const { passed, failed } = await runChecks(names, await prepare(rest))
  await shutDown()
  say(`\ntests: ${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
} catch (error) {
  await shutDown()
  exitWith(error)
}
