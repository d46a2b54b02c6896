// Does a list of 100,000 rows leave the program within a fixed memory? Each file is written in this process, which says how much it grew.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDb } from '@/server/db'
import { Prisma } from '@/prisma/generated/client'
import { cursorBatches } from '@/server/exports/cursor-batches'
import { writeList } from '@/server/exports/write-list'
import { printTable } from './measure'

const ROWS = 100_000
const COLUMNS = 19
const MEGABYTE = 1_048_576
const { DATABASE_URL = '' } = process.env

const db = createDb(DATABASE_URL, 2)
const folder = await mkdtemp(path.join(tmpdir(), 'luoshi-exports-'))
const columns = Array.from({ length: COLUMNS }, (_, at) => ({ words: `栏目${at}`, width: 14 }))
const query = Prisma.sql`SELECT i AS no, repeat('完成重点工作并报送阶段成果', 3) AS words FROM generate_series(1, ${ROWS}::int) i`
const rows: string[][] = []

for (const format of ['csv', 'xlsx'] as const) {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const begun = performance.now()
  const written = await db.$transaction(
    (tx) =>
      writeList(
        path.join(folder, `list.${format}`),
        format,
        { title: '任务台账', note: 'bench', columns, batches: cells(tx) },
        async () => {
          most = Math.max(most, process.memoryUsage().rss)
        },
      ),
    { timeout: 600_000 },
  )
  rows.push([
    format,
    String(written.rows),
    (written.bytes / MEGABYTE).toFixed(1),
    ((performance.now() - begun) / 1000).toFixed(1),
    (before / MEGABYTE).toFixed(0),
    (most / MEGABYTE).toFixed(0),
  ])
}
printTable(
  `${ROWS} rows of ${COLUMNS} columns through a cursor into a file`,
  ['format', 'rows', 'file MB', 'seconds', 'rss before MB', 'rss at most MB'],
  rows,
)
await rm(folder, { recursive: true })
await db.$disconnect()
process.exit(0)

async function* cells(tx: Parameters<typeof cursorBatches>[0]) {
  for await (const batch of cursorBatches<{ no: number; words: string }>(tx, query))
    yield batch.map(({ no, words }) => [
      `T${no}`,
      ...Array.from({ length: COLUMNS - 2 }, (_, at) => (at % 3 === 0 ? no + at : words)),
      new Date('2020-06-30T00:00:00Z'),
    ])
}
