import { getTranslations } from 'next-intl/server'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import { paperWords } from '@/server/documents/paper-words'
import { ledgerFilterWords } from '@/server/exports/filter-words'
import type { PageCtx } from '@/server/web/ctx'

/** The ledger's filter in words, under the title of its print. */
export async function FilterInWords({ ctx, filter }: { ctx: PageCtx; filter: LedgerFilter }) {
  const [t, words] = await Promise.all([getTranslations('tasks'), paperWords(ctx, ctx.locale)])
  return (
    <p className="hidden pb-2 print:block">
      {t('filters.inWords', { filter: await ledgerFilterWords(ctx, words, filter) })}
    </p>
  )
}
