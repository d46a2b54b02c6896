import { localDateIn } from '@/domain/calendar/local-date'
import type { StatementFacts } from '@/domain/documents/statement'
import type { Ctx } from '@/server/context'
import { getStatement, type StatementPage } from '@/server/statements/get-statement'
import type { PaperWords } from './paper-words'

/** A statement as paper for this reader. Throws not_found. */
export async function loadStatementPaper(ctx: Ctx, words: PaperWords, no: number): Promise<StatementFacts> {
  return statementFacts(ctx, words, await getStatement(ctx, no))
}

/** The facts of a statement that is read already: its page shows the paper too. */
export function statementFacts(ctx: Ctx, words: PaperWords, page: StatementPage): StatementFacts {
  const { all, nameOf } = words
  const format = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 4 })
  const signed = (
    by: StatementPage['signedBy'],
    other: StatementPage['signedFor'],
    at: Date | null,
    how: string | null,
  ): StatementFacts['signature'] =>
    by && at
      ? {
          by: other ? all('statements.facts.behalf', { name: nameOf(by), other: nameOf(other) }) : nameOf(by),
          on: localDateIn(at, ctx.settings.zone),
          how: how === null ? null : all(`statements.proofs.${how}`),
        }
      : null
  return {
    marking: all(`directives.marks.${page.directive.marking}`),
    no: page.no,
    seq: page.seq,
    content: page.content,
    status: all(`statements.status.${page.status}`),
    signature: signed(page.signedBy, page.signedFor, page.signedAt, page.signedHow),
    countersignature: signed(
      page.countersignedBy,
      page.countersignedFor,
      page.countersignedAt,
      page.countersignedHow,
    ),
    hash: page.contentHash,
    differences: page.differences.length,
    nameOf,
    partOf: (task) => all(`tasks.part.${task.part}`),
    cycleOf: (task) => (task.cycle ? all(`tasks.cycle.${task.cycle}`) : ''),
    figure: (value) => format.format(value),
    printed: words.printed(ctx.actor),
  }
}
