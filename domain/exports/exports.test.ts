import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine } from './csv-line'
import { isFetchable, nextExportStatus, type ExportEvent, type ExportStatus } from './export'

describe('a line of a CSV file', () => {
  test.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', "'+1"],
    ['-1+2', "'-1+2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tcmd', "'\tcmd"],
    ['\rcmd', `"'\rcmd"`],
    ['＝1', "'＝1"],
  ])('words like %j never begin a formula', (words, line) => {
    expect(csvLine([words])).toBe(`${line}\r\n`)
  })
  test('numbers below zero stay numbers, days are days, nothing is empty', () => {
    expect(csvLine([-5, new Date('2020-04-10T00:00:00Z'), null, '甲，乙'])).toBe('-5,2020-04-10,,甲，乙\r\n')
  })
  test('whatever is in a cell, it is read back as one cell, without a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (cells) => {
        const read = parse(csvLine(cells))
        expect(read).toHaveLength(cells.length)
        for (const [at, cell] of read.entries()) {
          expect([cells[at], `'${cells[at] ?? ''}`]).toContain(cell)
          expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
        }
      }),
    )
  })
})

/** A reader of its own, by the letter of RFC 4180. */
function parse(line: string): string[] {
  const cells: string[] = []
  let rest = line
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest)
    const plain = /^([^",\r\n]*)(,|\r\n)/.exec(rest)
    const found = quoted ?? plain
    if (!found) throw new Error(`no cell in ${JSON.stringify(rest)}`)
    cells.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (found[1] ?? ''))
    rest = rest.slice(found[0].length)
    if (found[2] === '\r\n') return cells
  }
}

describe('an export', () => {
  const statuses: ExportStatus[] = ['queued', 'running', 'ready', 'failed', 'removed']
  const events: ExportEvent[] = ['start', 'retry', 'finish', 'fail', 'remove']
  test('goes no way that is not written here', () => {
    const ways = statuses.flatMap((from) =>
      events.flatMap((event) => {
        const to = nextExportStatus(from, event)
        return to ? [`${from} ${event} ${to}`] : []
      }),
    )
    expect(ways).toEqual([
      'queued start running',
      'queued finish ready',
      'queued fail failed',
      'running retry running',
      'running finish ready',
      'running fail failed',
      'ready remove removed',
    ])
  })
  test('is fetched while it is ready and its days last', () => {
    const expiresAt = new Date('2020-04-17T02:00:00Z')
    expect(isFetchable({ status: 'ready', expiresAt }, new Date('2020-04-17T01:59:59Z'))).toBe(true)
    expect(isFetchable({ status: 'ready', expiresAt }, expiresAt)).toBe(false)
    expect(isFetchable({ status: 'removed', expiresAt }, new Date('2020-04-11T00:00:00Z'))).toBe(false)
  })
})
