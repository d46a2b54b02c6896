// Is a text of 40,000 characters taken apart in under 200 ms, and does the time grow with the length and no faster, on whatever is pasted?
import { decompose } from '@/domain/directives/decompose'
import { noisyMinutesSample, noticeSample, orderSample } from '@/domain/directives/samples'
import { ms, printTable } from './measure'

const SIZES = [10_000, 40_000, 160_000, 1_000_000, 5_000_000]
const AT_MOST_40K = 200

/** What is taken apart: papers as they come, and texts made to be hard. */
const TEXTS: Record<string, string> = {
  'a notice in chapters': noticeSample,
  'noisy minutes': noisyMinutesSample,
  'an executive order': orderSample,
  'no punctuation': '各单位加强管理推进工作市政府部门',
  'names without end': '市财政局、市民政局、',
  'only brackets': '（',
  'capitals without end': 'The Department of Health and Human Services and ',
  'cells of a table': '任务\t牵头单位\t时限\n整改\t市水务局\t6月底\n',
  'rows of mark-up that never close': '<tr><td>',
}

const repeated = (text: string, size: number) =>
  `${text}\n`.repeat(Math.ceil(size / (text.length + 1))).slice(0, size)

/** Processor time in milliseconds that one reading takes; the best of so many, so that a busy machine counts less. */
function timeOf(text: string, runs: number): number {
  let best = Infinity
  for (let run = 0; run < runs; run++) {
    const begun = process.cpuUsage()
    decompose(text)
    const { user, system } = process.cpuUsage(begun)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

for (const text of Object.values(TEXTS)) decompose(repeated(text, 20_000)) // warm
const rows = Object.entries(TEXTS).map(([name, text]) => {
  const times = SIZES.map((size) => timeOf(repeated(text, size), size <= 160_000 ? 5 : 1))
  // 1 for a time that grows with the length: milliseconds a character at 5,000,000 over those at 160,000
  const growth = times[4]! / SIZES[4]! / (times[2]! / SIZES[2]!)
  return { name, times, growth }
})
printTable(
  'Taking a text apart: milliseconds of processor time by its length, and how much dearer a character is in the longest',
  ['text', '', ...SIZES.map((size) => size.toLocaleString('en')), 'growth'],
  rows.map(({ name, times, growth }) => [name, '', ...times.map(ms), growth.toFixed(2)]),
)
const slow = rows.filter(({ times }) => times[1]! > AT_MOST_40K)
console.log(
  slow.length === 0
    ? `40,000 characters take less than ${AT_MOST_40K} ms in each.`
    : `More than ${AT_MOST_40K} ms for 40,000 characters: ${slow.map(({ name }) => name).join(', ')}.`,
)
