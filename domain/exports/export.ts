/** What can be taken out as a list. */
export const EXPORT_KINDS = [
  'tasks',
  'assignments',
  'reports',
  'urges',
  'register',
  'audit',
  'units',
] as const
/** One of `EXPORT_KINDS`. */
export type ExportKind = (typeof EXPORT_KINDS)[number]

/** As a workbook, or as text for other programs. */
export const EXPORT_FORMATS = ['xlsx', 'csv'] as const
/** One of `EXPORT_FORMATS`. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Rows that are written in the request itself; more go to a job. */
export const AT_ONCE_ROWS = 10_000
/** Days for which a file is kept for the person who asked for it. */
export const KEEP_DAYS = 7
/** Runs of a job after which an export is given up. */
export const MOST_ATTEMPTS = 3
/** Most exports of one person that wait or run at the same time. */
export const MOST_WAITING = 3
/** The longest file: what a sheet holds, less its heads. */
export const MOST_ROWS = 1_000_000

/** How an export stands; the file exists while it is ready. */
export type ExportStatus = 'queued' | 'running' | 'ready' | 'failed' | 'removed'
/** What happens to an export. */
export type ExportEvent = 'start' | 'retry' | 'finish' | 'fail' | 'remove'

const TABLE: Readonly<Record<ExportStatus, Partial<Record<ExportEvent, ExportStatus>>>> = {
  queued: { start: 'running', finish: 'ready', fail: 'failed' },
  running: { retry: 'running', finish: 'ready', fail: 'failed' },
  ready: { remove: 'removed' },
  failed: {},
  removed: {},
}

/** The status after the event; null where the event is refused (a missing cell is a refusal). */
export function nextExportStatus(status: ExportStatus, event: ExportEvent): ExportStatus | null {
  return TABLE[status][event] ?? null
}

/** Whether its person may fetch the file: it is ready, and its days are not over. */
export function isFetchable(one: { status: ExportStatus; expiresAt: Date | null }, now: Date): boolean {
  return one.status === 'ready' && one.expiresAt !== null && one.expiresAt > now
}
