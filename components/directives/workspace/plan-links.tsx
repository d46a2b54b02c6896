'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { quantityOf, type Target } from '@/domain/directives/draft/targets'

/** 里程碑 and 指标 of a draft are kept on its own page; a number that the text sets can begin one. */
export function PlanLinks({
  no,
  targets,
  editable,
}: {
  no: number
  targets: readonly Target[]
  editable: boolean
}) {
  const t = useTranslations('workspace.plan')
  const link = 'inline-flex min-h-7 items-center max-lg:min-h-11'
  if (!editable) {
    return (
      <Link href={`/tasks/T${no}#milestones`} className={link}>
        {t('see')}
      </Link>
    )
  }
  return (
    <span className="flex flex-wrap gap-x-4">
      <Link href={`/tasks/T${no}/milestones`} className={link}>
        {t('milestones')}
      </Link>
      <Link href={`/tasks/T${no}/indicators/new`} className={link}>
        {t('indicator')}
      </Link>
      {targets.map((target) => (
        <Link
          key={target.clause}
          href={`/tasks/T${no}/indicators/new?${new URLSearchParams(quantityOf(target))}`}
          className={link}
        >
          {t('fromText', { words: target.quantity })}
        </Link>
      ))}
    </span>
  )
}
