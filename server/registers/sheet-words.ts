/** The words of a file to be filled or mended, in its reader's language: what the door that writes it hands in. */
export type SheetWords = {
  language: string
  no: string
  problem: string
  /** What to do with an empty template. */
  hint: string
  /** A fault of a cell: the column's name and what is wrong. */
  fault: (column: string, code: string, params?: Record<string, string | number>) => string
}
