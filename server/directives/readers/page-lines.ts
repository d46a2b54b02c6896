/** Words at their place on a page: x from the left, y of the base line from the top, in points. */
export type PageItem = { text: string; x: number; y: number; width: number; size: number }

/** A line of a page, or of one of its columns (`flow`). */
export type PageLine = { text: string; x: number; right: number; y: number; size: number; flow: number }

const WIDE = '\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·'
const ENDS_WIDE = new RegExp(`[${WIDE}]$`)
const STARTS_WIDE = new RegExp(`^[${WIDE}]`)
/** A gap so many ems wide parts cells or columns. */
const CELL_GAP = 2.2
const WORD_GAP = 0.15
const NOTE_SIZE = 0.75
/** A column is at least so many lines, filled so far. */
const COLUMN_LINES = 8
const COLUMN_FILL = 0.6
const STEP = 3

/** The lines of a page in the order of reading: from the top, columns one after another. */
export function linesOfPage(items: PageItem[], flow = 0): PageLine[] {
  const rows = rowsOf(items.filter((item) => item.text.trim() !== ''))
  const gutter = gutterOf(rows)
  if (gutter === null) return rows.map((row) => lineOf(row, flow))
  const out: PageLine[] = []
  let left: PageItem[] = []
  let right: PageItem[] = []
  const flush = () => {
    out.push(...linesOfPage(left, flow * 2 + 1), ...linesOfPage(right, flow * 2 + 2))
    left = []
    right = []
  }
  for (const row of rows) {
    if (row.some((item) => item.x < gutter - 1 && item.x + item.width > gutter + 1)) {
      flush()
      out.push(lineOf(row, flow))
    } else {
      left.push(...row.filter((item) => item.x < gutter))
      right.push(...row.filter((item) => item.x >= gutter))
    }
  }
  flush()
  return out
}

/** Items on one base line, from the left; a raised or lowered figure belongs to the line it stands in. */
function rowsOf(items: PageItem[]): PageItem[][] {
  const rows: { y: number; size: number; items: PageItem[] }[] = []
  for (const item of [...items].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = rows.at(-1)
    if (last && item.y - last.y < 0.5 * Math.max(last.size, item.size)) {
      last.items.push(item)
      if (item.size > last.size) {
        last.size = item.size
        last.y = item.y
      }
    } else rows.push({ y: item.y, size: item.size, items: [item] })
  }
  return rows.map((row) => row.items.sort((a, b) => a.x - b.x))
}

function lineOf(row: PageItem[], flow: number): PageLine {
  const size = Math.max(...row.map((item) => item.size))
  const base = row.find((item) => item.size === size)?.y ?? 0
  let text = ''
  let right = -Infinity
  for (const item of row) {
    const raised = item.size < NOTE_SIZE * size && item.y < base - 0.1 * size
    const note = raised && /^\s*\d{1,3}\s*$/.test(item.text)
    const words = note ? `[^${item.text.trim()}]${text === '' ? ': ' : ''}` : item.text
    // The same words drawn twice a hair apart are a bold face, not two words.
    const twice =
      item.x < right - 0.5 * size && text.endsWith(item.text.trim()) && item.text.trim().length > 1
    if (twice) continue
    text += text === '' ? words : between(text, words, (item.x - right) / size) + words
    right = Math.max(right, item.x + item.width)
  }
  return { text: tidy(text), x: row[0]?.x ?? 0, right, y: base, size, flow }
}

const MARKER = /^[（(]?[\w一二三四五六七八九十]{1,4}[.)）、．]$|^[•·▪■●-]$/
const HAN_FIGURE = /[\u3400-\u9fff〔〕]\d|\d[\u3400-\u9fff〔〕]/
/** Chinese type sets Latin letters and figures a quarter of an em apart: no blank stands there. */
const LATIN_GAP = 0.5

function between(before: string, after: string, gap: number): string {
  if (MARKER.test(before)) return gap > WORD_GAP ? ' ' : ''
  if (gap > CELL_GAP) return '\t'
  if (gap < LATIN_GAP && HAN_FIGURE.test(before.slice(-1) + after.slice(0, 1))) return ''
  if (ENDS_WIDE.test(before) && STARTS_WIDE.test(after)) return ''
  return gap > WORD_GAP && !before.endsWith(' ') && !after.startsWith(' ') ? ' ' : ''
}

const SPREAD = new RegExp(`(?<=[${WIDE}]) +(?=[${WIDE}])`, 'g')
const BEFORE_FIGURE = /(?<=[\u3400-\u9fff]) (?=\d)|(?<=\d) (?=[年月日号第条项个名次期点时])/g
const tidy = (text: string) =>
  text
    .replace(SPREAD, '')
    .replace(BEFORE_FIGURE, '')
    .replace(/ *\t */g, '\t')
    .trimEnd()

/** Where the gap between two columns of running text stands; null on pages of one column and on tables. */
function gutterOf(rows: PageItem[][]): number | null {
  const items = rows.flat()
  if (rows.length < COLUMN_LINES * 2) return null
  const from = Math.min(...items.map((item) => item.x))
  const to = Math.max(...items.map((item) => item.x + item.width))
  const crossed = new Uint32Array(Math.ceil((to - from) / STEP) + 1)
  for (const item of items) {
    const last = Math.floor((item.x + item.width - from) / STEP)
    for (let i = Math.max(0, Math.floor((item.x - from) / STEP)); i <= last; i++)
      crossed[i] = (crossed[i] ?? 0) + 1
  }
  const first = Math.floor(crossed.length * 0.25)
  const until = Math.ceil(crossed.length * 0.75)
  let best = -1
  for (let i = first; i < until; i++) if (best < 0 || (crossed[i] ?? 0) < (crossed[best] ?? 0)) best = i
  if (best < 0 || (crossed[best] ?? 0) > rows.length * 0.1) return null
  const gutter = from + (best + 0.5) * STEP
  const filled = (side: PageItem[][], width: number) =>
    side.filter((row) => row.reduce((all, item) => all + item.width, 0) >= COLUMN_FILL * width).length
  const left = rows.map((row) => row.filter((item) => item.x + item.width <= gutter))
  const right = rows.map((row) => row.filter((item) => item.x >= gutter))
  const both = filled(left, gutter - from) >= COLUMN_LINES && filled(right, to - gutter) >= COLUMN_LINES
  return both ? gutter : null
}
