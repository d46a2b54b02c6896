// What goes wrong at start-up is told in one line that says what to do; a stack trace is for programming errors only.

/** A failure that the person at the terminal can mend; its message is the line they read. */
export class Failure extends Error {
  readonly tag = 'failure'
}

const text = (error: unknown) => (error instanceof Error ? error.message : String(error))
const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

const CONNECTION_CODES: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  ECONNRESET: 'it closed the connection',
  '28P01': 'it refuses the password',
  '28000': 'it refuses this user',
  '3D000': 'that database does not exist',
  '57P03': 'it is starting up or shutting down',
  '53300': 'it has no connection left',
}

/** True where the cause is a full disk, whichever program met it. */
export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', '53100'].includes(codeOf(error)) || /no space left|ENOSPC/i.test(text(error))
}

/** The address of a database without its password, fit for a message. */
export function databaseAddress(url: string): string {
  try {
    const { hostname, port, pathname, username } = new URL(url)
    return `${username ? decodeURIComponent(username) + '@' : ''}${hostname}:${port || '5432'}${pathname}`
  } catch {
    return 'the address in DATABASE_URL'
  }
}

/** Why a database could not be used, in one line; null where the error is of another kind. */
export function databaseFailure(error: unknown, url: string, setting = 'DATABASE_URL'): Failure | null {
  if (isDiskFull(error))
    return new Failure(`The disk of the database ${databaseAddress(url)} is full. Free some space there.`)
  const first = error instanceof AggregateError ? error.errors[0] : error
  const reason =
    CONNECTION_CODES[codeOf(first)] ?? (/timeout/i.test(text(first)) ? 'it does not answer' : undefined)
  if (!reason) return null
  return new Failure(
    `The database ${databaseAddress(url)} cannot be used: ${reason}. Check ${setting}, and that the server runs.`,
  )
}

/** The line for the person at the terminal, or null where the error is a fault of the program and needs its stack. */
export function explain(error: unknown): string | null {
  if (error instanceof Failure) return error.message
  if (typeof error === 'object' && error !== null && 'tag' in error && error.tag === 'settings')
    return text(error)
  if (isDiskFull(error)) return 'The disk is full. Free some space (1 GB is enough), then run this again.'
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM') return `No permission: ${text(error)}`
  if (code === 'EEXIST' || code === 'ENOTDIR') return `A file stands where a folder is needed: ${text(error)}`
  if (code === 'EROFS')
    return `The folder is read-only: ${text(error)}. Set LUOSHI_DATA_DIR to one that can be written.`
  return null
}

/** Prints why the program stops and ends it with exit code 1. */
export function exitWith(error: unknown): never {
  const line = explain(error)
  if (line) process.stderr.write(`\nluoshi: ${line}\n`)
  else console.error(error)
  process.exit(1)
}
