import { assemble } from './assemble'
import { cleanText, type CleanText } from './clean'
import { asLocalDate, type Anchor } from './deadline'
import type { Decomposition, DecomposeOptions, Warning } from './decomposition'
import { detectLanguage } from './language'
import { readMetadata } from './metadata'
import type { Reader } from './piece'
import { readEn } from './read-en'
import { isResolution, readResolution } from './read-resolution'
import { readZh } from './read-zh'
import { simplify } from './simplify'
import { findTables, readTable } from './tables'

/** Takes a directive's text apart. Pure and linear; never throws on text; offsets are UTF-16 units of the text as received. */
export function decompose(text: string, options: DecomposeOptions = {}): Decomposition {
  const cleaned = cleanText(text)
  const language = detectLanguage(cleaned.text)
  const match = language === 'en' ? cleaned.text : simplify(cleaned.text)
  const metadata = readMetadata(cleaned, match, language, options.issuedOn ?? null)
  const anchor: Anchor = {
    issuedOn: asLocalDate(options.issuedOn) ?? asLocalDate(metadata.issuedOn?.value),
    isWorkingDay: options.isWorkingDay,
  }
  const reader: Reader = { text: cleaned.text, match, anchor }
  const tables = findTables(match)
  const reading =
    language !== 'en'
      ? readZh(reader, tables)
      : isResolution(match)
        ? readResolution(reader)
        : readEn(reader, tables)
  for (const table of tables) {
    const { pieces, found } = readTable(reader, table)
    // one by one: a table of a hundred thousand rows is more than a call can be given
    for (const piece of pieces) reading.pieces.push(piece)
    for (const task of found) reading.found.push(task)
  }
  const parts = assemble(text, cleaned, reading)
  const total = cleaned.entries.length
  return {
    language,
    metadata,
    cleaning: { counts: cleaned.counts, total },
    ...parts,
    warnings: [...reading.warnings.map((w) => raised(w, cleaned)), ...warningsOf(parts)],
  }
}

const raised = (warning: Warning, cleaned: CleanText): Warning => ({
  ...warning,
  start: warning.start === null ? null : cleaned.toRaw(warning.start),
  end: warning.end === null ? null : cleaned.toRawEnd(warning.end),
})

// what an officer should look at first: dates that need an anchor, a unit named twice, nothing found
function warningsOf({ provisions, tasks }: Pick<Decomposition, 'provisions' | 'tasks'>): Warning[] {
  const out: Warning[] = []
  if (tasks.length === 0 && provisions.length > 0) out.push({ code: 'no_tasks', start: null, end: null })
  for (const task of tasks) {
    const { deadline } = task
    if (deadline.kind === 'date' && deadline.resolved === null)
      out.push({
        code: 'date_unresolved',
        start: deadline.start,
        end: deadline.end,
        detail: deadline.raw ?? '',
      })
    const twice = task.leadUnits.find((name) => task.supportingUnits.includes(name))
    if (twice !== undefined)
      out.push({ code: 'unit_named_twice', start: task.start, end: task.end, detail: twice })
  }
  return out
}
