/** Settings of a stretch of a Word 97 file, by their operation code (MS-DOC, 2.6). */
export const SPRM = {
  deleted: 0x0800,
  inserted: 0x0801,
  hidden: 0x083c,
  symbol: 0x6a09,
  rowEnd: 0x2417,
  inTable: 0x2416,
  listId: 0x460b,
  tableDefinition: 0xd608,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
} as const

/** Reads the operations of a group one after another: code and operand. */
export function* sprmsOf(group: Uint8Array): Generator<{ code: number; operand: Uint8Array }> {
  for (let at = 0; at + 2 < group.length + 1; ) {
    const code = (group[at] ?? 0) | ((group[at + 1] ?? 0) << 8)
    at += 2
    const size = operandSize(code, group, at)
    yield { code, operand: group.subarray(at, at + size) }
    at += size
  }
}

// The size stands in the top three bits of the code; two codes count their operand themselves.
function operandSize(code: number, group: Uint8Array, at: number): number {
  switch (code >> 13) {
    case 0:
    case 1:
      return 1
    case 3:
      return 4
    case 6:
      if (code === SPRM.tableDefinition) return ((group[at] ?? 0) | ((group[at + 1] ?? 0) << 8)) + 1
      return (group[at] ?? 0) + 1
    case 7:
      return 3
    default:
      return 2
  }
}

/** A stretch of the file's stream with the operations that hold for it, and its style where it is a paragraph. */
export type DocRun = { from: number; to: number; group: Uint8Array; style: number }

const PAGE = 512

/**
 * The runs of a Word 97 file: formatted pages of 512 bytes that a table of the file lists. `paragraphs` tells the two kinds of page apart
 * (their entries are 13 bytes or one).
 */
export function docRuns(main: Uint8Array, table: Uint8Array, paragraphs: boolean): DocRun[] {
  const fib = viewOf(main)
  const offset = fib.getUint32(paragraphs ? 0x102 : 0xfa, true)
  const length = fib.getUint32(paragraphs ? 0x106 : 0xfe, true)
  const plc = viewOf(table.subarray(offset, offset + length))
  const pages = Math.max(0, Math.floor((plc.byteLength - 4) / 8))
  const runs: DocRun[] = []
  for (let i = 0; i < pages; i++) {
    const at = (plc.getUint32((pages + 1) * 4 + i * 4, true) & 0x3fffff) * PAGE
    if (at + PAGE > main.length) continue
    runs.push(...runsOfPage(main.subarray(at, at + PAGE), paragraphs))
  }
  return runs.sort((a, b) => a.from - b.from)
}

function runsOfPage(page: Uint8Array, paragraphs: boolean): DocRun[] {
  const view = viewOf(page)
  const count = page[PAGE - 1] ?? 0
  const width = paragraphs ? 13 : 1
  const runs: DocRun[] = []
  for (let i = 0; i < count; i++) {
    const entry = (count + 1) * 4 + i * width
    if ((i + 2) * 4 > PAGE || entry >= PAGE) break
    const place = (page[entry] ?? 0) * 2
    let group = new Uint8Array()
    if (place > 0) {
      const words = page[place] ?? 0
      if (!paragraphs) group = page.slice(place + 1, place + 1 + words)
      else if (words > 0) group = page.slice(place + 1, place + words * 2)
      else group = page.slice(place + 2, place + 2 + (page[place + 1] ?? 0) * 2)
    }
    const style = paragraphs ? (group[0] ?? 0) | ((group[1] ?? 0) << 8) : 0
    runs.push({
      from: view.getUint32(i * 4, true),
      to: view.getUint32((i + 1) * 4, true),
      group: paragraphs ? group.subarray(2) : group,
      style,
    })
  }
  return runs
}

/** The run at a place of the stream, by halving. */
export function runAt(runs: DocRun[], place: number): DocRun | undefined {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.from ?? 0) <= place) low = middle + 1
    else high = middle
  }
  const found = runs[low - 1]
  return found && place < found.to ? found : undefined
}

/** A view of bytes wherever they lie in their buffer. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
