import { assemble } from './assemble'
import { cleanText } from './clean'
import { asLocalDate, type Anchor } from './deadline'
import type { Decomposition, DecomposeOptions } from './decomposition'
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
    reading.pieces.push(...pieces)
    reading.found.push(...found)
  }
  const total = cleaned.entries.length
  return {
    language,
    metadata,
    cleaning: { counts: cleaned.counts, total },
    ...assemble(text, cleaned, reading),
    warnings: reading.warnings,
  }
}
