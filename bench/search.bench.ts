// How long does a search take, over 100,000 tasks and a million sentences of reports, for those who see all, much, and little?
import { answerPalette } from '@/server/search/answer-palette'
import { searchAll } from '@/server/search/search-all'
import { RESULTS_PAGE } from '@/server/search/search-page'
import { readers, SEEN_AS } from './actors'
import { ms, percentile, printTable, timesOf } from './measure'
import { seedSearch } from './seed-search'

const RUNS = 20
/** What people type, from what stands in nearly every report to what stands in none. */
const TYPED = [
  '养老',
  '养老机构',
  '进展情况',
  '残疾人两项补贴',
  '瑾墅',
  '民生发〔2020〕8号',
  'ylfw',
  'yanglao',
  'T7',
  '驾驶证',
  '滨江区 消防',
]

const { DATABASE_URL = '', DATABASE_MIGRATION_URL = '' } = process.env
await seedSearch(DATABASE_MIGRATION_URL)

const { db, ctxOf } = await readers(DATABASE_URL, 8)
const rows: string[][] = []

for (const { name, account } of SEEN_AS) {
  const ctx = await ctxOf(account)
  const every: number[] = []
  for (const typed of TYPED) {
    const times = await timesOf(RUNS, () => answerPalette(ctx, typed))
    every.push(...times)
    rows.push([typed, name, ms(percentile(times, 50)), ms(percentile(times, 95))])
  }
  every.sort((a, b) => a - b)
  rows.push(['palette, all of them', name, ms(percentile(every, 50)), ms(percentile(every, 95))])
  const page = await timesOf(RUNS, () => searchAll(ctx, '养老机构', { take: RESULTS_PAGE, count: true }))
  rows.push(['results page, 养老机构', name, ms(percentile(page, 50)), ms(percentile(page, 95))])
}
printTable(`Search, one after another, ${RUNS} runs each`, ['typed', 'seen as', 'p50 ms', 'p95 ms'], rows)
await db.$disconnect()
process.exit(0)
