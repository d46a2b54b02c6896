import type { CleanText } from './clean'
import type { Decomposition, ProvisionDraft, TaskDraft, UnitSpan } from './decomposition'
import type { Found, NameAt, Piece, Reading } from './piece'
import { quantitiesIn } from './quantities'
import { titleFrom } from './title'

const isBlank = (text: string) => text.trim() === ''

/** Turns a reader's pieces into provisions that partition the text as received, and its findings into task drafts. */
export function assemble(
  raw: string,
  cleaned: CleanText,
  reading: Reading,
): Pick<Decomposition, 'provisions' | 'tasks'> {
  const pieces = inOrder(reading.pieces)
  const provisions = partition(raw, cleaned, pieces)
  const found = [...reading.found].sort((a, b) => a.start - b.start || a.end - b.end)
  return { provisions, tasks: found.map((task) => taskOf(raw, cleaned, task, provisions)) }
}

function inOrder(pieces: Piece[]): Piece[] {
  const sorted = [...pieces].sort((a, b) => a.start - b.start || a.end - b.end)
  const out: Piece[] = []
  for (const piece of sorted) {
    const from = Math.max(piece.start, out.at(-1)?.end ?? 0)
    if (piece.end > from) out.push({ ...piece, start: from })
  }
  return out
}

function partition(raw: string, cleaned: CleanText, pieces: Piece[]): ProvisionDraft[] {
  const out: ProvisionDraft[] = []
  const put = (start: number, end: number, like: Omit<Piece, 'start' | 'end'>) => {
    let from = start
    let to = end
    while (from < to && /\s/.test(raw[from]!)) from++
    while (to > from && /\s/.test(raw[to - 1]!)) to--
    if (from < to) out.push({ start: from, end: to, path: like.path, class: like.class, reason: like.reason })
  }
  let done = 0
  for (const piece of pieces) {
    const start = Math.max(cleaned.toRaw(piece.start), done)
    const end = Math.max(cleaned.toRawEnd(piece.end), start)
    gap(done, start)
    put(start, end, piece)
    done = end
  }
  gap(done, raw.length)
  return out

  // what no reader took: a few marks go with the stretch before them, more is mark-up of its own
  function gap(start: number, end: number): void {
    if (end <= start || isBlank(raw.slice(start, end))) return
    const before = out.at(-1)
    const length = raw.slice(start, end).replace(/\s+/g, '').length
    if (before && length <= 24 && isBlank(raw.slice(before.end, start))) {
      let to = end
      while (/\s/.test(raw[to - 1]!)) to--
      before.end = to
    } else put(start, end, { path: [], class: 'formality', reason: 'markup' })
  }
}

function taskOf(raw: string, cleaned: CleanText, task: Found, provisions: ProvisionDraft[]): TaskDraft {
  const start = cleaned.toRaw(task.start)
  const end = cleaned.toRawEnd(task.end)
  const spans: UnitSpan[] = [
    ...task.lead.map((n) => spanOf(cleaned, n, 'lead')),
    ...task.support.map((n) => spanOf(cleaned, n, 'supporting')),
  ]
  const names = (part: 'lead' | 'supporting') => [
    ...new Set(spans.filter((s) => s.part === part).map((s) => s.name)),
  ]
  const { deadline } = task
  return {
    start,
    end,
    path: task.path,
    title: titleFrom(cleaned, task.start, task.end),
    provisions: citing(provisions, start, end),
    group: task.group,
    leadUnits: names('lead'),
    supportingUnits: names('supporting'),
    unitSpans: spans,
    cascade: task.cascade,
    deadline: {
      ...deadline,
      raw:
        deadline.start === null || deadline.end === null
          ? deadline.raw
          : cleaned.text.slice(deadline.start, deadline.end),
      start: deadline.start === null ? null : cleaned.toRaw(deadline.start),
      end: deadline.end === null ? null : cleaned.toRawEnd(deadline.end),
    },
    quantities: quantitiesIn(cleaned.text.slice(task.start, task.end)),
    modality: task.modality,
    reasons: task.reasons,
  }
}

function spanOf(cleaned: CleanText, name: NameAt, part: UnitSpan['part']): UnitSpan {
  const read = name.name !== '' && cleaned.text.slice(name.start, name.end).length === name.name.length
  return {
    // the name as the paper has it, in its own script
    name: (read ? cleaned.text.slice(name.start, name.end) : name.name)
      .replace(/\s+/g, ' ')
      .replace(/\b0(?=[A-Z]{2})/g, 'O'),
    start: cleaned.toRaw(name.start),
    end: cleaned.toRawEnd(name.end),
    part,
  }
}

function citing(provisions: ProvisionDraft[], start: number, end: number): number[] {
  let low = 0
  let high = provisions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (provisions[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  const cited: number[] = []
  for (let i = low; i < provisions.length && provisions[i]!.start < end; i++) cited.push(i)
  return cited
}
