// `npm run year -- --seed 7 --tasks 300 --units 40 --from 2025-01-02 --to 2025-12-31`: lives a year of an office through the real
// commands on a database of its own, then asks every rule of the domain and reads the whole log. The same seed, the same year.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { exitWith, Failure } from './failure'
import { ROOT, runCommand } from './processes'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    tasks: { type: 'string', default: '300' },
    units: { type: 'string', default: '40' },
    from: { type: 'string', default: '2025-01-02' },
    to: { type: 'string', default: '2025-12-31' },
  },
})

try {
  const { from, to } = values
  const [seed, tasks, units] = [values.seed, values.tasks, values.units].map(Number)
  if ([seed, tasks, units].some((one) => !Number.isInteger(one)))
    throw new Failure('--seed, --tasks and --units are whole numbers.')
  const vitest = path.join(ROOT, 'node_modules', 'vitest/vitest.mjs')
  const { code } = await runCommand(process.execPath, [vitest, 'run', 'tests/year/year.test.ts'], {
    output: 'show',
    env: { ...process.env, LUOSHI_YEAR: JSON.stringify({ seed, tasks, units, from, to }) },
  })
  process.exitCode = code
} catch (error) {
  exitWith(error)
}
