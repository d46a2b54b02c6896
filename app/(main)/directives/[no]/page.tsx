import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DirectiveActions, DirectivePages } from '@/components/directives/directive-actions'
import { DirectiveEndForm } from '@/components/directives/directive-end-form'
import { DirectiveFacts, DirectiveSource } from '@/components/directives/directive-facts'
import { DirectiveHistory } from '@/components/directives/directive-history'
import { DirectiveTasks } from '@/components/directives/directive-tasks'
import { DirectiveTextPane } from '@/components/directives/directive-text-pane'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { Section } from '@/components/shared/section'
import { JumpList } from '@/components/ui/tabs'
import { discardDirectiveAction, fileDirectiveAction } from '@/app/(main)/directives/actions'
import { getDirective } from '@/server/directives/get-directive'
import { directiveNo } from '@/server/web/directive-no'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `D${directiveNo((await params).no)}` }
}

export default async function DirectivePage({ params, searchParams }: Props) {
  const [ctx, { no: address }, query] = await Promise.all([requireCtx(), params, searchParams])
  const from = Math.max(0, Number(query.from) || 0)
  const page = await orNotFound(getDirective(ctx, directiveNo(address), from))
  const t = await getTranslations('directives')
  const { directive, counts, text, tasks, history, may } = page
  const look = query.text === 'received' ? 'received' : 'cleaned'
  const end = (['file', 'discard'] as const).find((how) => how === query.act && may[how])
  const titles = new Map(tasks.map((task) => [task.no, task.title]))
  const sections = (['text', 'tasks', 'history', 'source'] as const).map((id) => ({
    id,
    label: t(`page.${id}`),
  }))
  return (
    <div className="mx-auto max-w-[1200px]">
      <PageHeader
        title={directive.title}
        meta={`D${directive.no}`}
        crumbs={[{ href: '/directives', label: t('title') }]}
        facts={<DirectiveFacts directive={directive} counts={counts} />}
        actions={<DirectiveActions no={directive.no} may={may} />}
      />
      {end ? (
        <ClientMessages namespaces={['directives']}>
          <DirectiveEndForm
            {...{ how: end, no: directive.no, directiveId: directive.id, version: directive.version }}
            drafts={counts.draft ?? 0}
            action={end === 'file' ? fileDirectiveAction : discardDirectiveAction}
          />
        </ClientMessages>
      ) : null}
      <JumpList label={t('page.sections')} items={sections} />
      <Section id="text" title={t('page.text')}>
        <DirectiveTextPane {...{ no: directive.no, text, look, titles, language: directive.language }} />
        <DirectivePages no={directive.no} from={from} nextFrom={text.nextFrom} look={look} />
      </Section>
      <Section id="tasks" title={t('page.tasks')} note={t('page.tasksCount', { count: tasks.length })}>
        <DirectiveTasks tasks={tasks} today={ctx.today} />
      </Section>
      <Section id="history" title={t('page.history')}>
        <DirectiveHistory events={history} today={ctx.today} />
      </Section>
      <Section id="source" title={t('page.source')}>
        <DirectiveSource directive={directive} />
      </Section>
    </div>
  )
}
