import { bracketAssignment, firstLeadsRule } from './assign-zh'
import { columnOf, isOwnerName } from './attributes-zh'
import { noDeadline } from './deadline'
import { readDeadlineCellEn, type AnchorEn } from './deadlines-en'
import { readDeadlineCellZh } from './deadlines-zh'
import { dutyEn } from './duty-en'
import { helpersEn } from './helpers-en'
import { leadOf } from './leads-en'
import type { Found, NameAt, Piece, Reader } from './piece'
import { namesInCellEn } from './units-en'
import { splitNames } from './units-zh'

type Cell = { header: string; start: number; end: number }
type Row = { start: number; end: number; cells: Cell[]; group?: string }
type Table = { start: number; end: number; rows: Row[]; firstLeads?: boolean }

/** Tables of a text, found by shape: rows of JSON objects, and lines of cells parted by tabs or bars under a header. */
export function findTables(text: string): Table[] {
  return [...jsonTables(text), ...cellTables(text)].sort((a, b) => a.start - b.start)
}

// {"task": "…", "owner": "…"}: flat objects of strings and numbers
function jsonTables(text: string): Table[] {
  const rows: Row[] = []
  for (let open = text.indexOf('{"'); open >= 0; open = text.indexOf('{"', open + 1)) {
    const cells: Cell[] = []
    const pair =
      /\s*"([^"\\\n]{1,40})"\s*:\s*(?:"((?:[^"\\\n]|\\.){0,4000})"|(-?[\d.]{1,20}|null|true|false))\s*(,|\})/y
    pair.lastIndex = open + 1
    let closed = -1
    for (let found = pair.exec(text); found; found = pair.exec(text)) {
      if (found[2] !== undefined) {
        const start = found.index + found[0].indexOf('"', found[0].indexOf(':')) + 1
        cells.push({ header: found[1]!, start, end: start + found[2].length })
      }
      if (found[4] === '}') {
        closed = pair.lastIndex
        break
      }
    }
    if (closed > 0 && cells.some((cell) => columnOf(cell.header) === 'task'))
      rows.push({ start: open, end: closed, cells })
    if (closed > 0) open = closed - 1
  }
  return rows.length >= 2 ? [{ start: rows[0]!.start, end: rows.at(-1)!.end, rows }] : []
}

function cellsOf(text: string, start: number, end: number, mark: string): { start: number; end: number }[] {
  const cells: { start: number; end: number }[] = []
  let from = start
  for (let i = start; i <= end; i++) {
    if (i < end && text[i] !== mark) continue
    let [a, b] = [from, i]
    while (a < b && /\s/.test(text[a]!)) a++
    while (b > a && /\s/.test(text[b - 1]!)) b--
    cells.push({ start: a, end: b })
    from = i + 1
  }
  // the bars at a row's edges part nothing; an empty cell between them holds its column
  if (mark === '|') {
    const empty = (cell: { start: number; end: number } | undefined) =>
      cell !== undefined && cell.start === cell.end
    return cells.slice(empty(cells[0]) ? 1 : 0, empty(cells.at(-1)) ? -1 : undefined)
  }
  return mark === '\t' && cells[0] && cells[0].start === cells[0].end ? cells.slice(1) : cells
}

/** A line between rows that heads those after it: short, no sentence. */
const headsRows = (line: string) => {
  const body = line.trim()
  return (
    body.length > 0 &&
    body.length <= 40 &&
    !/[。；;：:]$/.test(body) &&
    !/^(?:注|附|说明|备注|note)/i.test(body)
  )
}

function isHeader(names: string[]): boolean {
  const kinds = names.map(columnOf)
  return (
    kinds.includes('task') &&
    (kinds.includes('lead') || kinds.includes('deadline')) &&
    names.every((name) => name.replace(/[（(].*$/s, '').length <= 30)
  )
}

function cellTables(text: string): Table[] {
  const tables: Table[] = []
  let header: string[] | null = null
  let current: Table | null = null
  let group: string | undefined
  let waiting = 0
  let from = 0
  while (from <= text.length) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    const line = text.slice(from, to)
    const mark = line.includes('\t') ? '\t' : line.trimStart().startsWith('|') ? '|' : null
    const ruled = /^[\s|:-]+$/.test(line)
    if (mark && !ruled) {
      const cells = cellsOf(text, from, to, mark)
      const names = cells.map((cell) =>
        text.slice(cell.start, cell.end).replace(/^[*_]{1,3}|[*_]{1,3}$/g, ''),
      )
      const full = cells.filter((cell) => cell.end > cell.start)
      if (isHeader(names)) {
        header = names
        group = undefined
        // a header that stands again on the next page goes on with the same table
        if (!current || waiting > 0) {
          current = { start: from, end: to, rows: [] }
          tables.push(current)
        }
        current.end = to
      } else if (header && current && full.length === 1 && headsRows(names.find((n) => n !== '')!)) {
        group = names.find((n) => n !== '')
        current.end = to
      } else if (header && current && cells.length >= 2) {
        // a row that lacks its first cells (merged cells) is read from the right
        const shift = mark === '\t' && cells.length < header.length ? header.length - cells.length : 0
        const row = {
          start: from,
          end: to,
          cells: cells.map((c, i) => ({ header: header![i + shift] ?? '', ...c })),
        }
        current.rows.push(group === undefined ? row : { ...row, group })
        current.end = to
      }
      waiting = 0
    } else if (mark && current) current.end = to
    else if (line.trim() !== '') {
      if (header && waiting < 2 && headsRows(line)) {
        group = line.trim()
        waiting++
      } else {
        header = current = null
        group = undefined
        waiting = 0
      }
    }
    from = to + 1
  }
  for (const table of tables)
    if (firstLeadsRule.test(text.slice(table.start, table.end + 400))) table.firstLeads = true
  return tables.filter((table) => table.rows.length > 0)
}

function names(reader: Reader, cell: Cell): { names: NameAt[]; open: NameAt | null } {
  const { match } = reader
  if (!/[\u4e00-\u9fff]/.test(match.slice(cell.start, cell.end)))
    return { names: namesInCellEn(match, cell.start, cell.end), open: null }
  let end = cell.end
  const tail =
    /(?:按(?:照)?(?:各自)?职责(?:分工)?(?:分别)?(?:负责|落实)?|分别负责|共同负责|负责|牵头|配合)$/.exec(
      match.slice(cell.start, end),
    )
  if (tail) end = cell.start + tail.index
  return splitNames(match, cell.start, end, true) ?? { names: [], open: null }
}

const asked = { order: true, meeting: false, imperative: true, policy: false }

/** Reads a table: one row is one thing to do, its columns say who and by when. */
export function readTable(reader: Reader, table: Table): { pieces: Piece[]; found: Found[] } {
  const pieces: Piece[] = []
  const found: Found[] = []
  let done = table.start
  const form = (from: number, to: number) => {
    if (to > from && reader.match.slice(from, to).trim() !== '')
      pieces.push({ start: from, end: to, path: [], class: 'formality', reason: 'table_frame' })
  }
  for (const row of table.rows) {
    const task = row.cells.find((cell) => columnOf(cell.header) === 'task' && cell.end > cell.start)
    if (!task) continue
    const heads = row.cells.filter(
      (cell) =>
        cell !== task &&
        columnOf(cell.header) === 'other' &&
        cell.end > cell.start &&
        cell.start < task.start &&
        !/^\d+$/.test(reader.match.slice(cell.start, cell.end)),
    )
    // what is closed is no longer asked
    const closed = row.cells.some(
      (cell) =>
        /^(?:status|state|状态|进展状态|办理状态)$/i.test(cell.header) &&
        /^(?:closed|completed?|done|discharged|已完成|已办结|办结)$/i.test(
          reader.match.slice(cell.start, cell.end),
        ),
    )
    const path = [
      ...(row.group ? [row.group] : []),
      ...heads.map((cell) => reader.match.slice(cell.start, cell.end)),
    ]
    const one: Found = {
      start: task.start,
      end: task.end,
      path,
      group: path.at(-1) ?? null,
      lead: [],
      support: [],
      cascade: false,
      deadline: noDeadline,
      modality: 'mandatory',
      reasons: ['table_row'],
    }
    // 责任单位 beside 牵头单位 helps
    const headed = row.cells.some((cell) => columnOf(cell.header) === 'lead' && !isOwnerName(cell.header))
    for (const cell of row.cells) {
      const column = columnOf(cell.header)
      const kind = column === 'lead' && headed && isOwnerName(cell.header) ? 'support' : column
      if (cell.end <= cell.start) continue
      if (kind === 'deadline') one.deadline = readCell(reader, cell)
      if (kind !== 'lead' && kind !== 'support') continue
      // “A牵头，B配合” in one cell
      const said = /牵头|配合/.test(reader.match.slice(cell.start, cell.end))
        ? bracketAssignment(reader.match, cell.start, cell.end)
        : null
      if (said) {
        one.lead.push(...said.lead)
        one.support.push(...said.support)
        continue
      }
      const list = names(reader, cell)
      one[kind].push(...list.names)
      if (list.open) one.support.push(list.open)
    }
    // “注：排名第一的为牵头单位”; who is 按职责分工负责 leads together
    const together = row.cells.some((cell) => /职责|分别|共同/.test(reader.match.slice(cell.start, cell.end)))
    if (table.firstLeads && !together && one.lead.length > 1) one.support.unshift(...one.lead.splice(1))
    // without a column of units the sentence says whom it charges: “Agencies must …”
    const chinese = /[\u4e00-\u9fff]/.test(reader.match.slice(task.start, task.end))
    if (!chinese && !row.cells.some((cell) => columnOf(cell.header) === 'lead')) {
      const duty = dutyEn(reader.text, task.start, task.end, asked)
      if (duty.class === 'task') {
        one.lead.push(...leadOf(reader.text, task, duty, [], []))
        one.support.push(...helpersEn(reader.text, task.start, task.end))
      }
    }
    form(done, task.start)
    pieces.push({
      start: task.start,
      end: task.end,
      path,
      class: closed ? 'background' : 'task',
      reason: closed ? 'table_row_closed' : 'table_row',
    })
    if (!closed) found.push(one)
    done = task.end
  }
  form(done, table.end)
  return { pieces, found }
}

function readCell(reader: Reader, cell: Cell) {
  // “Deadlines measured from date of issuance”: the column says where its terms begin
  const counted = /\bfrom (?:the )?date of (?:issuance|issue|publication|adoption|this)/i.test(cell.header)
  const anchor: AnchorEn = counted ? { ...reader.anchor, bareTerms: true } : reader.anchor
  const chinese = /[\u4e00-\u9fff]/.test(reader.match.slice(cell.start, cell.end))
  return chinese
    ? readDeadlineCellZh(reader.match, cell.start, cell.end, anchor)
    : readDeadlineCellEn(reader.match, cell.start, cell.end, anchor)
}
