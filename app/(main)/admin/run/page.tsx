import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { JobTable } from '@/components/org/job-table'
import { RunFacts } from '@/components/org/run-facts'
import { ClientMessages } from '@/components/shared/client-messages'
import { TimeText } from '@/components/shared/date-text'
import { PageHeader } from '@/components/shared/page-header'
import { Section } from '@/components/shared/section'
import { getRunPage } from '@/server/jobs/get-run-page'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { askJobRunAction, retryUnsureMailsAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('jobs')
  return { title: t('title') }
}

export default async function RunPage() {
  const [ctx, t] = await Promise.all([requireCtx(), getTranslations('jobs')])
  const page = await orNotFound(getRunPage(ctx))
  return (
    <ClientMessages namespaces={['jobs']}>
      <PageHeader title={t('title')} meta={<TimeText at={ctx.now} today={ctx.today} />} />
      <Section id="jobs" look="page" title={t('jobs')} note={page.jobs.length}>
        <JobTable jobs={page.jobs} today={ctx.today} ask={askJobRunAction} />
      </Section>
      <Section id="facts" look="page" title={t('facts')}>
        <RunFacts page={page} today={ctx.today} retry={retryUnsureMailsAction} />
      </Section>
    </ClientMessages>
  )
}
