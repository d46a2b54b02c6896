import { z } from 'zod'
import { parseLedgerFilter, parseLedgerQuery, QUERY_LENGTH } from './ledger-filter'

/** An address of the ledger as a request brings it, name by name; read by `parseLedgerFilter`, so it never fails. */
export const ledgerFilterSchema = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]).optional())
  .catch({})
  .transform(parseLedgerFilter)

/** The same as one text, as forms and commands carry it along: what stands after the question mark. At most `QUERY_LENGTH` characters. */
export const ledgerQuerySchema = z.string().max(QUERY_LENGTH).transform(parseLedgerQuery)
