import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PaperLinks } from '@/components/documents/paper-links'
import { PaperView } from '@/components/documents/paper-view'
import { PageHeader } from '@/components/shared/page-header'
import { StatementActs } from '@/components/statements/statement-acts'
import { StatementDifferences } from '@/components/statements/statement-differences'
import { StatementFacts, StatementVersions } from '@/components/statements/statement-facts'
import { composeStatement } from '@/domain/documents/statement'
import { statementFacts } from '@/server/documents/load-statement-paper'
import { paperWords } from '@/server/documents/paper-words'
import { getStatement, statementNo } from '@/server/statements/get-statement'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { STATEMENT_ACTIONS } from './statement-actions'

type Props = { params: Promise<{ no: string }> }

const numberOf = (value: string) => statementNo(value) ?? notFound()

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { no }] = await Promise.all([getTranslations('statements'), params])
  return { title: `${t('title')} ${t('no', { no: numberOf(no) })}` }
}

export default async function StatementPage({ params }: Props) {
  const [ctx, { no }, t] = await Promise.all([requireCtx(), params, getTranslations('statements')])
  const page = await orNotFound(getStatement(ctx, numberOf(no)))
  const words = await paperWords(ctx, ctx.locale)
  const { directive } = page
  return (
    <div className="paper-desk">
      <div className="print:hidden">
        <PageHeader
          title={t('name', { unit: words.nameOf(page.unit) })}
          meta={`${t('no', { no: page.no })} · ${t('seq', { seq: page.seq })}`}
          crumbs={[
            { href: '/statements', label: t('title') },
            ...(directive.readable ? [{ href: `/directives/D${directive.no}`, label: directive.title }] : []),
          ]}
          facts={<StatementFacts page={page} />}
          actions={<PaperLinks of={{ kind: 'statement', no: String(page.no) }} />}
        />
      </div>
      <StatementDifferences page={page} />
      <PaperView document={composeStatement(words, statementFacts(ctx, words, page))} />
      <StatementActs page={page} account={ctx.person.account} actions={STATEMENT_ACTIONS} />
      <StatementVersions page={page} />
    </div>
  )
}
