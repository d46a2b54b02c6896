import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { ButtonLink } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import type { Decision } from '@/server/notifications/list-decisions'

type Props = { row: Decision; bulletin: NonNullable<Decision['bulletin']>; first: boolean }

/** A bulletin that waits: it is read whole before it is decided on, so the card leads to it. */
export function BulletinDecision({ row, bulletin, first }: Props) {
  const t = useTranslations('overview.decisions')
  const { nameOf } = useTaskWords()
  const href = `/bulletins/B${bulletin.no}`
  const kind = row.kind as 'approve_bulletin'
  return (
    <>
      <div className="flex items-baseline gap-2">
        <Tag>{t(`kinds.${kind}`)}</Tag>
        <Link
          href={href}
          className="min-w-0 flex-1 font-semibold max-lg:inline-flex max-lg:min-h-11 max-lg:items-center"
        >
          {bulletin.title}
        </Link>
        <span className="text-note whitespace-nowrap text-muted">{t('waited', { days: row.waited })}</span>
      </div>
      <p className="text-note text-muted">{t('bulletinBy', { by: nameOf(bulletin.by) })}</p>
      <div className="flex flex-wrap gap-2 pt-1">
        <ButtonLink href={href} variant={first ? 'primary' : 'default'}>
          {t(`openBulletin.${kind}`)}
        </ButtonLink>
      </div>
    </>
  )
}
