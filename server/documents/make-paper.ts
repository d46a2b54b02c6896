import { z } from 'zod'
import { LEDGER_PAPERS, OF_LEDGER, PAPER_KINDS, type PaperKind } from '@/domain/documents/paper-kinds'
import type { OfficialDocument } from '@/domain/documents/model'
import { composeTaskLedger } from '@/domain/documents/task-ledger'
import { composeEvidenceList } from '@/domain/documents/evidence-list'
import { composeReport } from '@/domain/documents/progress-report'
import { composeStatement } from '@/domain/documents/statement'
import { composeBulletin } from '@/domain/documents/bulletin'
import { composeTaskList } from '@/domain/documents/task-list'
import { composeTaskNotice, composeTaskNotices } from '@/domain/documents/task-notice'
import { composeTaskSheet } from '@/domain/documents/task-sheet'
import { composeUrgeSlip } from '@/domain/documents/urge-slip'
import { parseLedgerQuery, QUERY_LENGTH } from '@/domain/tasks/ledger-filter'
import type { Locale } from '@/i18n/locales'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { loadEvidenceList } from './load-evidence-list'
import { loadReportPaper } from './load-report-paper'
import { loadStatementPaper } from './load-statement-paper'
import { loadDirectiveNotice, loadTaskNotice } from './load-task-notice'
import { loadTaskLedger } from './load-task-ledger'
import { loadBulletinPaper } from './load-bulletin-paper'
import { loadTaskList } from './load-task-list'
import { loadTaskNotices } from './load-task-notices'
import { loadTaskSheet } from './load-task-sheet'
import { loadUrgeSlip } from './load-urge-slip'
import { paperWords, type PaperWords } from './paper-words'

/** Which paper, as an address says it. */
export const paperSchema = z
  .object({
    kind: z.enum(PAPER_KINDS),
    no: z.union([z.string().regex(/^[TDB]?\d{1,9}$/i), z.literal(OF_LEDGER)]),
    part: z.uuid().optional(),
    report: z.uuid().optional(),
    unit: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/)
      .optional(),
    /** An address of the ledger, for the papers that are of one. */
    query: z.string().max(QUERY_LENGTH).optional(),
  })
  .refine(({ kind, no }) => LEDGER_PAPERS.includes(kind) === (no === OF_LEDGER))
/** What `paperSchema` reads. */
export type PaperInput = z.output<typeof paperSchema>

type Maker = (ctx: Ctx, words: PaperWords, input: PaperInput) => Promise<OfficialDocument>
const numberOf = (no: string) => Number(no.replace(/\D/g, ''))
const isDirective = (no: string) => /^d/i.test(no)

const MAKERS: Readonly<Record<PaperKind, Maker>> = {
  'task-notice': async (ctx, words, { no, part, unit }) =>
    composeTaskNotice(
      words,
      isDirective(no)
        ? await loadDirectiveNotice(ctx, words, { no: numberOf(no), unitCode: unit ?? '' })
        : await loadTaskNotice(ctx, words, { no: numberOf(no), partId: part }),
    ),
  'task-sheet': async (ctx, words, { no }) =>
    composeTaskSheet(words, await loadTaskSheet(ctx, words, numberOf(no))),
  'evidence-list': async (ctx, words, { no }) =>
    composeEvidenceList(words, await loadEvidenceList(ctx, words, numberOf(no))),
  report: async (ctx, words, { no, report }) =>
    report
      ? composeReport(words, await loadReportPaper(ctx, words, { no: numberOf(no), reportId: report }))
      : failNotFound(),
  'urge-slip': async (ctx, words, { no }) =>
    composeUrgeSlip(words, await loadUrgeSlip(ctx, words, numberOf(no))),
  'task-list': async (ctx, words, { no }) =>
    composeTaskList(words, await loadTaskList(ctx, words, numberOf(no))),
  'task-notices': async (ctx, words, { query = '' }) =>
    composeTaskNotices(words, await loadTaskNotices(ctx, words, parseLedgerQuery(query))),
  'task-ledger': async (ctx, words, { query = '' }) =>
    composeTaskLedger(words, await loadTaskLedger(ctx, words, parseLedgerQuery(query))),
  statement: async (ctx, words, { no }) =>
    composeStatement(words, await loadStatementPaper(ctx, words, numberOf(no))),
  bulletin: async (ctx, words, { no }) => {
    const { facts, words: own } = await loadBulletinPaper(ctx, words, numberOf(no))
    return composeBulletin(own, facts)
  },
}

/** A paper for its reader: only what the reader may read is on it. Throws forbidden (no role that reads business records), not_found. */
export async function makePaper(ctx: Ctx, input: PaperInput, locale: Locale): Promise<OfficialDocument> {
  assertMay(ctx.actor, 'record.export')
  if (numberOf(input.no) > 2_147_483_647) return failNotFound()
  return MAKERS[input.kind](ctx, await paperWords(ctx, locale), input)
}
