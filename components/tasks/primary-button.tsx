import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import type { TaskPage } from '@/server/tasks/get-task'
import { reportHref } from './part-acts'
import { actHref } from './task-acts'

/** The one primary button of a task's page, by state and role; nothing where nothing waits for this person. */
export function PrimaryButton({ task, acknowledge }: { task: TaskPage; acknowledge: ReactNode }) {
  const t = useTranslations('tasks.acts')
  const { primary, no } = task
  if (!primary) return null
  if (primary.act === 'acknowledge') return acknowledge
  const link = (href: string, label: string) => (
    <ButtonLink href={href} variant="primary">
      {label}
    </ButtonLink>
  )
  switch (primary.act) {
    case 'rule':
      return link(actHref(no, 'rule', primary.partId), t('rule'))
    case 'report':
      return link(reportHref(no, primary.partId), t('report'))
    case 'sign_off':
      return link(`/signoff/${primary.reportId}`, t('signOff'))
    case 'review':
      return link(`/review?report=${primary.reportId}`, t('review'))
    case 'complete':
      return link(actHref(no, 'complete'), t('complete', { no }))
    case 'strike_off':
      return link(actHref(no, 'strike_off'), t('strikeOff', { no }))
    case 'decompose':
      return link(`/directives/D${task.directive.no}/decompose`, t('decompose'))
  }
}
