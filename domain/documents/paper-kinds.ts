/** The papers that can be printed and taken as DOCX, as their addresses name them: /papers/<kind>/<no>. */
export const PAPER_KINDS = [
  'task-notice',
  'task-sheet',
  'evidence-list',
  'report',
  'urge-slip',
  'task-list',
  'statement',
  'bulletin',
  'task-notices',
  'task-ledger',
] as const
/** One of `PAPER_KINDS`. */
export type PaperKind = (typeof PAPER_KINDS)[number]

/** Papers of what an address of the ledger stands for, whatever the number of tasks. */
export const LEDGER_PAPERS: readonly PaperKind[] = ['task-notices', 'task-ledger']
/** What stands for a number in the address of such a paper. */
export const OF_LEDGER = 'ledger'

/**
 * Which paper: of a task (T7), a directive (D3), a slip or a statement (12), a bulletin (B3); `part` one of a task's assignments, `report` one of its reports, `unit` one of a directive's units by
 * code; of the ledger (`OF_LEDGER`) the tasks that `query` stands for.
 */
export type PaperRef = {
  kind: PaperKind
  no: string
  part?: string
  report?: string
  unit?: string
  query?: string
}

/** The address of a paper to look at and print, and of its file. */
export function paperHref(ref: PaperRef, as: 'page' | 'docx' = 'page'): string {
  const query = new URLSearchParams()
  if (ref.part) query.set('part', ref.part)
  if (ref.report) query.set('report', ref.report)
  if (ref.unit) query.set('unit', ref.unit)
  if (ref.query) query.set('query', ref.query)
  const text = query.toString()
  return `${as === 'docx' ? '/api' : ''}/papers/${ref.kind}/${ref.no}${text ? `?${text}` : ''}`
}

/** The page of the record that a paper is of. */
export function recordHrefOf({ kind, no, query }: Pick<PaperRef, 'kind' | 'no' | 'query'>): string {
  if (LEDGER_PAPERS.includes(kind)) return `/tasks?${query ?? ''}`
  if (kind === 'urge-slip') return `/urges/${no}`
  if (kind === 'bulletin') return `/bulletins/${no}`
  if (kind === 'statement') return `/statements/${no}`
  return /^d/i.test(no) || kind === 'task-list' ? `/directives/${no}` : `/tasks/${no}`
}
