// `npm test`: every check, each with its time, on a database server of its own in a temporary folder. The last line is
// "tests: N passed, N failed"; a check that is no test counts as one. `npm test -- --only lint,vitest` runs these alone, and
// what follows `--` once more goes to the one tool: `npm test -- --only vitest server/tasks`.
import { FAST_AND_FORGETFUL, type Postgres } from './postgres'
import { exitWith } from './failure'
import { say, seconds } from './progress'
import { isStopping, shutDown, stopOnSignals } from './shutdown'
import { CHECKS, type Check, type Count, type TestRun } from './test-checks'
import { forgetSettings, makeMemoryFolder, makeTrialFolder, startTrialServer } from './trial'

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

function prepare(rest: string[]): TestRun {
  if (!forgetSettings()) {
    say(
      '! No folder with real directives (LUOSHI_CORPUS): left out are the tests on them; the journeys use a sample of our own.',
    )
  }
  const folder = makeTrialFolder('test')
  let server: Promise<Postgres> | undefined
  // Started by the first check that needs it.
  const postgres = () => (server ??= startTrialServer(makeMemoryFolder('test') ?? folder, FAST_AND_FORGETFUL))
  return { folder, rest, postgres }
}

const LANES = 2

/** In order; those that keep one core busy run two at a time until the next one that wants the machine to itself. */
async function runChecks(names: string[], run: TestRun): Promise<Count> {
  const waiting = CHECKS.filter(({ name }) => names.includes(name))
  const counts: Count[] = []
  while (waiting.length > 0) {
    const alone = waiting.findIndex((check) => !check.beside)
    const group = waiting.splice(0, alone === 0 ? 1 : alone < 0 ? waiting.length : alone)
    const lane = async () => {
      for (let check = group.shift(); check; check = group.shift()) counts.push(await runCheck(check, run))
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  }
  return counts.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
    passed: 0,
    failed: 0,
  })
}

async function runCheck(check: Check, run: TestRun): Promise<Count> {
  const begun = performance.now()
  say(`\n… ${check.title}`)
  const { passed, failed } = await check.run(run).catch((error: unknown) => {
    if (!isStopping()) say(error instanceof Error ? error.message : String(error))
    return { passed: 0, failed: 1 }
  })
  if (isStopping()) await new Promise(() => {}) // the signal's handler ends the program
  const outcome = failed > 0 ? `✗ ${check.title}: ${failed} failed` : `✓ ${check.title}`
  say(`${outcome}${passed > 1 ? `, ${passed} passed` : ''} (${seconds(performance.now() - begun)})`)
  return { passed, failed }
}

stopOnSignals(130)
try {
  const { names, rest } = chosen(process.argv.slice(3))
  const { passed, failed } = await runChecks(names, prepare(rest))
  await shutDown()
  say(`\ntests: ${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
} catch (error) {
  await shutDown()
  exitWith(error)
}
