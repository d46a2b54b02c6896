import { tableLines, type TableCell } from './table-lines'

/** The little of an element that the walk looks at. */
export type HtmlNode = {
  nodeType: number
  nodeValue: string | null
  localName?: string
  childNodes: ArrayLike<HtmlNode>
  getAttribute?(name: string): string | null
}

/** Counted on the way. */
export type HtmlCounts = { tables: number; headings: number; numbered: number }

const TEXT = 3
const ELEMENT = 1
/** Elements inside one another: no page goes deeper. */
export const DEEPEST = 1000
const NOT_READ = new Set(
  'script style noscript template head svg math iframe object select button input textarea rt rp audio video canvas'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article header footer main aside nav blockquote pre address figure figcaption form fieldset center hr body html details summary'.split(
    ' ',
  ),
)
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i

/** The lines of a web page: a line for each paragraph, heading, item and row of a table; the numbers of ordered lists as browsers draw them. */
export function htmlLines(node: HtmlNode, counts: HtmlCounts): string[] {
  const writer = new Lines()
  walk(node, writer, counts, 0)
  return writer.finish()
}

class Lines {
  readonly lines: string[] = []
  private open = ''
  private prefix = ''
  text(words: string) {
    this.open += words
  }
  mark(words: string) {
    this.prefix = words
  }
  end() {
    const words = this.open.replace(/[ \t\n\r\f]+/g, ' ').trim()
    this.open = ''
    if (words === '') return
    this.lines.push(this.prefix + words)
    this.prefix = ''
  }
  add(lines: string[]) {
    this.end()
    this.lines.push(...lines)
  }
  finish() {
    this.end()
    return this.lines
  }
}

function walk(node: HtmlNode, out: Lines, counts: HtmlCounts, depth: number): void {
  if (depth > DEEPEST) throw new RangeError('nested too deeply')
  if (node.nodeType === TEXT) return out.text(node.nodeValue ?? '')
  if (node.nodeType !== ELEMENT) return eachChild(node, (child) => walk(child, out, counts, depth + 1))
  const name = node.localName ?? ''
  if (NOT_READ.has(name) || isHidden(node)) return
  if (name === 'br') return out.end()
  if (name === 'table') return table(node, out, counts, depth)
  if (name === 'pre') return out.add(textOf(node).split('\n'))
  if (name === 'ol') return orderedList(node, out, counts, depth)
  const block = BLOCKS.has(name) || name === 'tr'
  if (block) out.end()
  if (/^h[1-6]$/.test(name) && textOf(node).trim() !== '') counts.headings++
  eachChild(node, (child) => walk(child, out, counts, depth + 1))
  if (block) out.end()
}

function orderedList(list: HtmlNode, out: Lines, counts: HtmlCounts, depth: number) {
  out.end()
  const type = list.getAttribute?.('type') ?? '1'
  let next = Number(list.getAttribute?.('start') ?? 1) || 1
  const drawn = !/list-style(?:-type)?\s*:[^;]*none/i.test(list.getAttribute?.('style') ?? '')
  eachChild(list, (child) => {
    if (child.localName === 'li') {
      next = Number(child.getAttribute?.('value') ?? next) || next
      if (drawn && (type === '1' || ((type === 'a' || type === 'A') && next <= 26))) {
        const letter = String.fromCharCode(type.charCodeAt(0) + next - 1)
        out.mark(type === '1' ? `${next}. ` : `${letter}. `)
        counts.numbered++
      }
      next++
    }
    walk(child, out, counts, depth + 1)
  })
  out.end()
}

function table(node: HtmlNode, out: Lines, counts: HtmlCounts, depth: number) {
  const rows = rowsOf(node).map((row) =>
    childList(row).filter((one) => one.localName === 'td' || one.localName === 'th'),
  )
  const cells = rows.flat()
  // Pages are laid out with tables too: those hold other tables, or one column.
  if (rows.every((row) => row.length <= 1) || cells.some((cell) => holdsTable(cell, 0))) {
    for (const cell of cells) {
      out.end()
      eachChild(cell, (child) => walk(child, out, counts, depth + 1))
    }
    return out.end()
  }
  counts.tables++
  const grid: TableCell[][] = rows.map((row) =>
    row.map((cell) => ({
      text: htmlLinesWithin(cell, counts, depth).join('\n'),
      columns: Number(cell.getAttribute?.('colspan') ?? 1) || 1,
      rows: Number(cell.getAttribute?.('rowspan') ?? 1) || 1,
    })),
  )
  out.add(tableLines(grid))
}

function htmlLinesWithin(cell: HtmlNode, counts: HtmlCounts, depth: number): string[] {
  const inner = new Lines()
  eachChild(cell, (child) => walk(child, inner, counts, depth + 1))
  return inner.finish()
}

function rowsOf(node: HtmlNode): HtmlNode[] {
  return childList(node).flatMap((one) =>
    one.localName === 'tr'
      ? [one]
      : ['thead', 'tbody', 'tfoot'].includes(one.localName ?? '')
        ? rowsOf(one)
        : [],
  )
}

function holdsTable(node: HtmlNode, depth: number): boolean {
  if (depth > DEEPEST) throw new RangeError('nested too deeply')
  return childList(node).some((one) => one.localName === 'table' || holdsTable(one, depth + 1))
}

function isHidden(node: HtmlNode): boolean {
  return node.getAttribute?.('hidden') != null || HIDDEN.test(node.getAttribute?.('style') ?? '')
}

function textOf(node: HtmlNode, depth = 0): string {
  if (depth > DEEPEST) throw new RangeError('nested too deeply')
  if (node.nodeType === TEXT) return node.nodeValue ?? ''
  return childList(node)
    .map((child) => textOf(child, depth + 1))
    .join('')
}

const childList = (node: HtmlNode) => Array.from(node.childNodes)
const eachChild = (node: HtmlNode, act: (child: HtmlNode) => void) => childList(node).forEach(act)
