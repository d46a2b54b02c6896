/** The words of a file, in its reader's language: what the door that writes it hands in. */
export type SheetWords = {
  language: string
  no: string
  unit: string
  state: string
  problem: string
  states: Readonly<Record<'open' | 'put_right' | 'withdrawn', string>>
  /** “Filter: …; as of …; by …”. */
  note: (facts: { filter: string; at: string; by: string; rows: number }) => string
  /** What to do with an empty template. */
  hint: string
  filter: (state: string, unit: string | null) => string
  /** A fault of a cell: the column's name and what is wrong. */
  fault: (column: string, code: string, params?: Record<string, string | number>) => string
}
