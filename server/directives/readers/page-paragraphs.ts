import type { PageLine } from './page-lines'

/** What stands on a page in the order of reading: a line, or the rows of a table. */
export type PageBlock = { line: PageLine } | { table: string[] }

const PAGE_NUMBER = /^(?:[-—–―－]\s*)?\d{1,4}(?:\s*[-—–―－])?$/
const FOOTNOTE = /^\[\^\d+\]: /
const ENDS_HAN = /[\u3400-\u9fff，、；：（《“]$/
const STARTS_HAN = /^[\u3400-\u9fff，。、；：）》”（《“]/
const MARKER = /^(?:[（(]?[a-zA-Z0-9ivx]{1,4}[.)）]|[•·▪■○●*-])\s/
const STARTS_ITEM =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是要]|第[一二三四五六七八九十百\d]{1,5}[条章节]|\d{1,2}[.．、]\D|[①-⑳]|[•▪■●])/
const ENDED = /[。！？：；!?:;]$/
/** Lines at the top and bottom of a page that may be its running head or foot. */
const EDGE = 2
const REPEATED = 3

/** The paragraphs of pages, each a line; page numbers stay lines of their own, running heads are set aside. */
export function paragraphsOf(pages: PageBlock[][]): { lines: string[]; heads: string[]; tables: number } {
  const heads = runningHeads(pages)
  const out: string[] = []
  const footnotes: string[] = []
  const dropped: string[] = []
  let tables = 0
  for (const page of pages) {
    const edge = edgesOf(page)
    const { body, notes } = apart(page)
    footnotes.push(...notes)
    const kept = body.filter((block) => {
      const head = 'line' in block && edge.has(block.line) && heads.has(figureless(block.line.text))
      if (head) dropped.push(block.line.text)
      return !head
    })
    const margins = marginsOf(kept)
    let before: PageLine | null = null
    for (const block of kept) {
      if ('table' in block) {
        tables++
        out.push(...block.table)
        before = null
        continue
      }
      const { line } = block
      const joined =
        before &&
        !PAGE_NUMBER.test(line.text) &&
        !PAGE_NUMBER.test(before.text) &&
        continues(before, line, margins)
      if (joined) out.push(join(out.pop() ?? '', line.text))
      else out.push(line.text)
      before = line
    }
  }
  return { lines: [...out, ...footnotes], heads: [...new Set(dropped)], tables }
}

/** Notes at the foot of a page, in smaller type: they follow the text instead of parting a sentence. */
function apart(page: PageBlock[]): { body: PageBlock[]; notes: string[] } {
  const first = page.findIndex((block) => 'line' in block && FOOTNOTE.test(block.line.text))
  const note = page[first]
  if (!note || !('line' in note)) return { body: page, notes: [] }
  const isNote = (block: PageBlock) => 'line' in block && block.line.size <= note.line.size * 1.1
  const tail = page.slice(first).filter((block) => !('line' in block && PAGE_NUMBER.test(block.line.text)))
  const body = page.slice(0, first)
  if (!tail.every(isNote) || body.length === 0 || body.every(isNote)) return { body: page, notes: [] }
  const notes: string[] = []
  for (const block of tail) {
    if (!('line' in block)) continue
    if (FOOTNOTE.test(block.line.text)) notes.push(block.line.text)
    else notes.push(join(notes.pop() ?? '', block.line.text))
  }
  return { body: [...body, ...page.slice(first).filter((block) => !tail.includes(block))], notes }
}

function join(before: string, after: string): string {
  if (/[a-z]-$/.test(before) && /^[a-z]/.test(after)) return before.slice(0, -1) + after
  const wide = ENDS_HAN.test(before) || STARTS_HAN.test(after)
  return wide ? before + after.trimStart() : `${before} ${after.trimStart()}`
}

type Margins = Map<number, { left: number; right: number; gap: number }>

function marginsOf(page: PageBlock[]): Margins {
  const flows = new Map<number, PageLine[]>()
  for (const block of page) {
    if (!('line' in block) || PAGE_NUMBER.test(block.line.text)) continue
    flows.set(block.line.flow, [...(flows.get(block.line.flow) ?? []), block.line])
  }
  return new Map(
    [...flows].map(([flow, lines]) => {
      const gaps = lines.slice(1).map((line, i) => line.y - (lines[i]?.y ?? 0))
      const rising = gaps.filter((gap) => gap > 0).sort((a, b) => a - b)
      return [
        flow,
        {
          left: Math.min(...lines.map((line) => line.x)),
          right: Math.max(...lines.map((line) => line.right)),
          gap: rising[rising.length >> 1] ?? 0,
        },
      ]
    }),
  )
}

/** True where a line goes on in the next: it runs to the right edge, and the next begins where lines begin. */
function continues(before: PageLine, line: PageLine, margins: Margins): boolean {
  const margin = margins.get(line.flow)
  if (!margin || before.flow !== line.flow) return false
  const em = Math.max(before.size, line.size)
  const rise = line.y - before.y
  if (Math.abs(before.size - line.size) > 0.15 * em || rise > 1.5 * margin.gap || rise <= 0) return false
  if (before.text.includes('\t') || line.text.includes('\t') || STARTS_ITEM.test(line.text)) return false
  const chinese = STARTS_HAN.test(line.text) || ENDS_HAN.test(before.text)
  const firstWord = chinese ? 1 : (/^\S*/.exec(line.text)?.[0].length ?? 1)
  const perLetter = (line.right - line.x) / Math.max(1, line.text.length)
  const full =
    before.right >=
    margin.right - Math.max(chinese ? 1.6 * em : 0, (firstWord + 1) * perLetter * (chinese ? 0 : 1))
  if (!full) return false
  const indented = line.x > margin.left + 0.8 * em && line.x > before.x + 0.8 * em
  if (indented) return MARKER.test(before.text) && !MARKER.test(line.text)
  // Lines of a title and of a signature stand apart from the left edge.
  if (before.x > margin.left + 3 * em) return false
  return !(ENDED.test(before.text) && line.x > margin.left + 0.8 * em)
}

function edgesOf(page: PageBlock[]): Set<PageLine> {
  const lines = page.flatMap((block) => ('line' in block ? [block.line] : [])).sort((a, b) => a.y - b.y)
  return new Set([...lines.slice(0, EDGE), ...lines.slice(-EDGE)])
}

const figureless = (text: string) => text.replace(/\d+/g, '#').replace(/\s+/g, '')

/** Lines that stand at the edge of three pages or more, but for their figures; lone page numbers are none. */
function runningHeads(pages: PageBlock[][]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const here = new Set<string>()
    for (const line of edgesOf(page))
      if (!PAGE_NUMBER.test(line.text) && line.text.trim()) here.add(figureless(line.text))
    for (const text of here) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return new Set(
    [...counts].filter(([, count]) => count >= REPEATED && count * 2 >= pages.length).map(([text]) => text),
  )
}
