import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Section } from '@/components/shared/section'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { AwaitingLeader } from '@/server/extensions/list-extension-cards'
import { ExtensionFacts } from './extension-facts'
import { extensionsHref } from './extension-href'

/** 待领导决定: what the office head has passed on and waits for; nothing to do here but to see it. */
export function AwaitingLeaderList({ rows, today }: { rows: readonly AwaitingLeader[]; today: string }) {
  const t = useTranslations('overview.decisions')
  const { nameOf } = useTaskWords()
  if (rows.length === 0) return null
  return (
    <Section id="leader" look="page" title={t('leaderTitle')} note={rows.length}>
      <p className="py-2 text-note text-muted">{t('leaderNote')}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="grid gap-1 border-b py-3">
            <p className="flex flex-wrap items-baseline gap-2">
              <Link href={extensionsHref(row.task.no)} className="font-semibold">
                T{row.task.no} {row.task.title}
              </Link>
              <span className="text-note text-muted">{t('from', { unit: nameOf(row.unit) })}</span>
            </p>
            <ExtensionFacts extension={row} today={today} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
