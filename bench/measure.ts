// Measuring: processor time of a process with its children, bounded load over kept-open connections, percentiles, one table.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'

/** Linux counts processor time in hundredths of a second, whatever the kernel's own tick. */
const MS_PER_TICK = 10

/** Processor time in ms of a process and all below it, ended children too; null where there is no /proc. */
export function processorTime(pid: number): number | null {
  if (!existsSync(`/proc/${pid}/stat`)) return null
  const all = new Map<number, { parent: number; ticks: number }>()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(name) : null
    if (stat) all.set(Number(name), stat)
  }
  const below = (root: number): number =>
    [...all]
      .filter(([, { parent }]) => parent === root)
      .reduce((sum, [child]) => sum + below(child), all.get(root)?.ticks ?? 0)
  return below(pid) * MS_PER_TICK
}

function statOf(pid: string): { parent: number; ticks: number } | null {
  try {
    // The name in brackets may hold spaces and brackets of its own.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent = 0] = fields.slice(1)
    // User and system time, its own and of the children that it has waited for.
    return { parent, ticks: fields.slice(11, 15).reduce((sum, one) => sum + one, 0) }
  } catch {
    return null // It ended meanwhile.
  }
}

/** What a run of requests came to: milliseconds, sorted, the seconds it took, and the bytes of an answer. */
export type Load = { times: number[]; seconds: number; bytes: number; failed: number }

/** Asks an address again and again over so many connections for so many seconds. */
export async function load(url: string, cookie: string, connections: number, seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const begun = performance.now()
  const result: Load = { times: [], seconds: 0, bytes: 0, failed: 0 }
  const connection = async () => {
    while (performance.now() - begun < seconds * 1000) {
      const sent = performance.now()
      const { status, bytes } = await ask(url, cookie, agent)
      result.times.push(performance.now() - sent)
      result.bytes = bytes
      if (status !== 200) result.failed++
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  result.seconds = (performance.now() - begun) / 1000
  result.times.sort((a, b) => a - b)
  agent.destroy()
  return result
}

function ask(url: string, cookie: string, agent: Agent): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { Cookie: cookie, 'Accept-Language': 'zh-CN' } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes }))
      response.on('error', reject)
    }).on('error', reject)
  })
}

/** How long something takes, one after another: sorted milliseconds; the first tenth is for warming up. */
export async function timesOf(runs: number, act: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  const warming = Math.ceil(runs / 10)
  for (let run = -warming; run < runs; run++) {
    const begun = performance.now()
    await act()
    if (run >= 0) times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)
}

/** The value below which so many percent of the sorted times lie. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN
}

export const ms = (value: number) => (Number.isFinite(value) ? value.toFixed(1) : '–')

/** Rows under a head, in columns: the first two to the left, figures to the right. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
  console.log(`\n${title}\n${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`)
  for (const row of rows) console.log(line(row))
}
