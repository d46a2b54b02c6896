// How many pages does one application serve, at what cost of its processor and the database's, and how long does a reader wait?
import pg from 'pg'
import { SEEN_AS, signIn } from './actors'
import { load, ms, percentile, printTable, processorTime } from './measure'
import { seedLedger } from './seed-ledger'

const CONNECTIONS = 4
const SECONDS = 6
const { BENCH_URL = '', DATABASE_URL = '', DATABASE_MIGRATION_URL = '' } = process.env
const { BENCH_SERVER_PID, BENCH_POSTGRES_PID } = process.env
await seedLedger(DATABASE_MIGRATION_URL, DATABASE_URL)

/** A task of the ledger, under way, that all three may read. */
async function sharedTask(): Promise<number> {
  const client = new pg.Client({ connectionString: DATABASE_MIGRATION_URL })
  await client.connect()
  const { rows } = await client.query<{ no: number }>(
    `SELECT t.no FROM tasks t JOIN assignments a ON a.task_id = t.id JOIN units u ON u.id = a.unit_id
     WHERE u.code = 'jiangzhou-liuan' AND t.status = 'in_progress' ORDER BY t.no LIMIT 1`,
  )
  await client.end()
  return rows[0]?.no ?? 1
}

const spent = (pid: string | undefined) => processorTime(Number(pid)) ?? NaN
const task = `/tasks/T${await sharedTask()}`
const rows: string[][] = []

for (const { name, account } of SEEN_AS) {
  const cookie = await signIn(BENCH_URL, account)
  for (const page of ['/tasks', ...(name === 'office' ? ['/overview'] : []), task, '/desk']) {
    await load(BENCH_URL + page, cookie, CONNECTIONS, 1.5)
    const [server, database] = [spent(BENCH_SERVER_PID), spent(BENCH_POSTGRES_PID)]
    const { times, seconds, bytes, failed } = await load(BENCH_URL + page, cookie, CONNECTIONS, SECONDS)
    const each = (before: number, pid: string | undefined) => ms((spent(pid) - before) / times.length)
    rows.push([
      page === task ? '/tasks/T…' : page,
      name,
      failed ? `${failed} failed` : ms(times.length / seconds),
      each(server, BENCH_SERVER_PID),
      each(database, BENCH_POSTGRES_PID),
      ms(percentile(times, 50)),
      ms(percentile(times, 99)),
      String(Math.round(bytes / 1024)),
    ])
  }
}
printTable(
  `Pages of the production build, ${CONNECTIONS} connections, ${SECONDS} s each; processor time of application and database`,
  ['page', 'seen as', 'requests/s', 'server ms', 'database ms', 'p50 ms', 'p99 ms', 'kB'],
  rows,
)
process.exit(0)
