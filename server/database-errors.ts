/** What PostgreSQL said, as the driver's adapter hands it on beneath Prisma's own codes, which differ for raw and model queries. */
type Cause = { kind?: unknown; originalCode?: unknown }

function causeOf(error: unknown): Cause {
  const meta = field(error, 'meta')
  const adapter = field(meta, 'driverAdapterError') ?? error
  const cause = field(adapter, 'cause')
  return typeof cause === 'object' && cause !== null ? cause : {}
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

/** True where the transaction was given up for another one's sake (deadlock 40P01, serialization 40001): the same again may succeed. */
export function isWriteConflict(error: unknown): boolean {
  return field(error, 'code') === 'P2034' || causeOf(error).kind === 'TransactionWriteConflict'
}

/** True where a row with the same unique value stands there already (23505), whoever made it. */
export function isUniqueViolation(error: unknown): boolean {
  return field(error, 'code') === 'P2002' || causeOf(error).kind === 'UniqueConstraintViolation'
}
