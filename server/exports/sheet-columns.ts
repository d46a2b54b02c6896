import type { PaperWords } from '@/server/documents/paper-words'
import type { SheetColumn } from './source'

/** A column by the key of its words in `exports.columns`, with its width in characters. */
export type ColumnSpec = readonly [key: string, width: number, type?: SheetColumn['type']]

/** Columns in the words of their reader. */
export function sheetColumns({ all }: PaperWords, specs: readonly ColumnSpec[]): SheetColumn[] {
  return specs.map(([key, width, type]) => ({ words: all(`exports.columns.${key}`), width, type }))
}
