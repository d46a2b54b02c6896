import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { DateText } from '@/components/shared/date-text'
import { PageHeader } from '@/components/shared/page-header'
import { SummaryList, type SummaryRow } from '@/components/shared/summary-list'
import { useFailureText } from '@/components/shared/failure-text'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { newId } from '@/lib/new-id'
import type { ExtensionForm as Data } from '@/server/extensions/get-extension-form'
import { DiscardDraft, ExtensionForm, type ExtensionFormActions } from './extension-form'
import { extensionHref, extensionsHref } from './extension-href'

type Props = { data: Data; today: string; zone: string; actions: ExtensionFormActions }

/** 申请延期: what stands, what was asked before and where it goes, above the form; why not, where it cannot be asked for. */
export function ExtensionPage({ data, today, zone, actions }: Props) {
  const t = useTranslations('extensions.form')
  const all = useTranslations('extensions')
  const tasks = useTranslations('tasks')
  const say = useFailureText()
  const words = useTaskWords()
  const { task, assignment, obstacle, underWay, draft } = data
  const original = data.originalDueOn ?? data.dueOn
  const moved = data.originalDueOn !== null && data.originalDueOn !== data.dueOn
  const rows: SummaryRow[] = [
    {
      key: 'original',
      label: t('original'),
      value: moved ? (
        <s className="text-muted">
          <DateText on={original} />
        </s>
      ) : (
        <DateText on={original} />
      ),
    },
    {
      key: 'present',
      label: t('present'),
      value: (
        <b>
          <DateText on={data.dueOn} today={today} />
        </b>
      ),
    },
    { key: 'before', label: t('before'), value: t('times', { count: data.granted }) },
    ...(data.latest
      ? [
          {
            key: 'latest',
            label: t('latest'),
            value: (
              <>
                <DateText on={data.latest} today={today} />{' '}
                <span className="text-muted">{t('latestNote')}</span>
              </>
            ),
          },
        ]
      : []),
    { key: 'route', label: t('route'), value: t(data.route === 'office' ? 'routeOffice' : 'routeOwner') },
  ]
  const why = obstacle ? say(obstacle.code, obstacle.params) : null
  return (
    <div className="mx-auto max-w-[960px]">
      <PageHeader
        title={t('title')}
        meta={`T${task.no} ${task.title}`}
        crumbs={[{ href: `/tasks/T${task.no}`, label: `T${task.no} ${task.title}` }]}
      />
      <p className="mb-3 flex flex-wrap gap-x-4 text-muted">
        {t('of', { unit: words.nameOf(assignment.unit), part: tasks(`part.${assignment.part}`) })}
        {data.others.map((one) => (
          <Link key={one.id} href={extensionHref(task.no, one.id)}>
            {t('other', { unit: words.nameOf(one) })}
          </Link>
        ))}
      </p>
      <SummaryList rows={rows} className="gap-1.5!" />
      {why || underWay ? (
        <p className="mt-4 border-s-3 border-edge ps-3">
          {underWay ? t('underWay', { status: all(`status.${underWay}`) }) : why}{' '}
          <Link href={extensionsHref(task.no)}>{t(underWay ? 'see' : 'back')}</Link>
        </p>
      ) : (
        <>
          <div className="mt-4 grid gap-2 border-s-3 border-edge ps-3">
            {draft?.sentBackReason ? <p>{t('sentBack', { reason: draft.sentBackReason })}</p> : null}
            <p>{t('preview', { original: original ?? '', before: data.granted, after: data.granted + 1 })}</p>
            {data.late ? <p className="text-risk">{t('lateNote')}</p> : null}
          </div>
          <ClientMessages namespaces={['extensions', 'tasks', 'date']}>
            <ExtensionForm data={data} zone={zone} idempotencyKey={newId()} actions={actions} />
            {draft ? <DiscardDraft draft={draft} idempotencyKey={newId()} action={actions.discard} /> : null}
          </ClientMessages>
        </>
      )}
    </div>
  )
}
