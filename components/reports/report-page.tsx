import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import type { Composer } from '@/server/reports/get-composer'
import { ChooseAssignment } from './choose-assignment'
import { ComposerHead } from './composer-head'
import { ReportComposer, type ComposerActions } from './report-composer'
import { ReportState } from './report-state'
import type { WithdrawAction } from './withdraw-form'

type ReportPageProps = {
  data: Composer
  today: string
  zone: string
  idempotencyKey: string
  withdraw: WithdrawAction
  actions: ComposerActions
}

const MESSAGES = ['reports', 'evidence', 'files', 'date', 'cascade', 'indicators']

/** The page of the composer: one column for a phone, no wider than a text reads well on a desk. */
export function ReportPage({ data, today, zone, idempotencyKey, withdraw, actions }: ReportPageProps) {
  const t = useTranslations('reports.compose')
  const { task } = data
  const writable =
    data.step === 'write' && data.obstacle === null && (data.open === null || data.open.status === 'draft')
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={task.title}
        crumbs={[{ href: `/tasks/T${task.no}`, label: `T${task.no}` }]}
        meta={t('title')}
      />
      <ClientMessages namespaces={MESSAGES}>
        {data.step === 'choose' ? (
          <ChooseAssignment data={data} />
        ) : (
          <>
            <ComposerHead data={data} today={today} />
            {writable ? (
              <ReportComposer
                key={data.assignment.id}
                no={task.no}
                data={data}
                today={today}
                zone={zone}
                idempotencyKey={idempotencyKey}
                actions={actions}
              />
            ) : (
              <ReportState data={data} today={today} withdraw={withdraw} idempotencyKey={idempotencyKey} />
            )}
          </>
        )}
      </ClientMessages>
    </div>
  )
}
