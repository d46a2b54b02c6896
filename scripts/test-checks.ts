// The checks of `npm test`, in the order in which they run: what fails fast comes first.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ensureBuild, ensureClient } from './build'
import { ensureChromium, lacksChineseFont } from './chromium'
import type { Postgres } from './postgres'
import { ROOT, runCommand, typescript } from './processes'
import { say } from './progress'
import { startTrialApplication } from './trial'

export type Count = { passed: number; failed: number }

/** What the checks of one run share. `rest` are arguments for the tool of a check that was chosen alone. */
export type TestRun = { folder: string; rest: string[]; postgres: () => Promise<Postgres> }

/** A check that is `beside` keeps one core busy: the next one of its kind runs beside it. */
export type Check = { name: string; title: string; beside?: true; run: (run: TestRun) => Promise<Count> }

const bin = (file: string) => path.join(ROOT, 'node_modules', file)

/** A check without tests of its own counts as one. */
async function one(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<Count> {
  const { code, output } = await runCommand(process.execPath, args, { env })
  if (code !== 0) say(output.trimEnd())
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const passes = async (act: Promise<unknown>): Promise<Count> => {
  await act
  return { passed: 1, failed: 0 }
}

export const CHECKS: Check[] = [
  { name: 'generate', title: 'Database client', run: () => passes(ensureClient()) },
  {
    name: 'format',
    title: 'Formatting (prettier)',
    beside: true,
    run: () => one([bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']),
  },
  {
    name: 'cycles',
    title: 'No import cycles (oxlint)',
    beside: true,
    run: () => one([bin('oxlint/bin/oxlint')]),
  },
  {
    name: 'lint',
    title: 'Rules of the house (eslint)',
    beside: true,
    run: () => one([bin('eslint/bin/eslint.js'), '.']),
  },
  {
    name: 'types',
    title: 'Types (tsc)',
    beside: true,
    run: () => one([bin('typescript/bin/tsc'), '--noEmit']),
  },
  { name: 'drift', title: 'Migrations give the schema', beside: true, run: checkDrift },
  { name: 'vitest', title: 'Domain, server and components (vitest)', run: runVitest },
  { name: 'build', title: 'Production build', run: () => passes(ensureBuild()) },
  { name: 'journeys', title: 'Journeys in a browser (playwright)', run: runJourneys },
]

async function checkDrift({ postgres }: TestRun): Promise<Count> {
  const { ownerUrl } = await postgres()
  return one(typescript('scripts/schema-drift.ts'), { ...process.env, DATABASE_MIGRATION_URL: ownerUrl })
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

async function runVitest({ folder, rest, postgres }: TestRun): Promise<Count> {
  await ensureClient()
  const server = await postgres()
  const file = path.join(folder, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...rest]
  const { code } = await runCommand(process.execPath, [bin('vitest/vitest.mjs'), ...args], {
    output: 'show',
    env: {
      ...process.env,
      TEST_DATABASE_URL: server.ownerUrl,
      TEST_DATABASE_APP_URL: server.appUrl,
      TEST_DATABASE_SUPERUSER_URL: server.superuserUrl,
    },
  })
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'))
  // A file that cannot be loaded has no tests to fail, and an error outside any test fails none.
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  )
  const failed = report.numFailedTests + broken.length
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed }
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

/** On the production build as `npm start` runs it in demo mode, with a data folder that is gone afterwards. */
async function runJourneys({ folder, rest, postgres }: TestRun): Promise<Count> {
  const browser = await ensureChromium()
  say(`  Browser: ${browser}`)
  if (lacksChineseFont())
    say('  ! No Chinese font is installed: pictures of failures show boxes (Debian: fonts-noto-cjk).')
  const server = await postgres()
  const application = await startTrialApplication(folder, server)
  try {
    return await runPlaywright(path.join(folder, 'playwright.json'), rest, {
      ...process.env,
      CHROMIUM_PATH: browser,
      LUOSHI_BASE_URL: application.url,
      // For the journey that starts a second server, and kills it.
      LUOSHI_MODE: 'demo',
      LUOSHI_DATA_DIR: application.dataDir,
      DATABASE_URL: server.appUrl,
    })
  } finally {
    await application.stop()
  }
}

async function runPlaywright(file: string, rest: string[], env: NodeJS.ProcessEnv): Promise<Count> {
  const args = [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json', ...rest]
  const { code } = await runCommand(process.execPath, args, {
    output: 'show',
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  })
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { stats }: PlaywrightReport = JSON.parse(readFileSync(file, 'utf8'))
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed }
}
