import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/shared/empty-state'
import { ButtonLink } from '@/components/ui/button'

type DirectiveEmptyProps = { view: string; search: string; mayCreate: boolean; office: boolean }

/** Why the list is empty, and the one next step. */
export function DirectiveEmpty({ view, search, mayCreate, office }: DirectiveEmptyProps) {
  const t = useTranslations('directives')
  const all = <ButtonLink href="/directives">{t('list.showAll')}</ButtonLink>
  if (search) return <EmptyState action={all}>{t('list.emptySearch', { words: search })}</EmptyState>
  if (view !== 'all') return <EmptyState action={all}>{t('list.emptyView')}</EmptyState>
  if (!office) return <EmptyState>{t('list.emptyReceived')}</EmptyState>
  if (!mayCreate) return <EmptyState>{t('list.emptyView')}</EmptyState>
  return (
    <EmptyState action={<ButtonLink href="/directives/new">{t('newButton')}</ButtonLink>}>
      {t('list.emptyFirst')}
    </EmptyState>
  )
}
