import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DIRECTIVE_END_ACTIONS } from '@/app/(main)/directives/end-actions'
import { DirectiveActions, DirectiveWaits } from '@/components/directives/directive-actions'
import { DirectiveBody } from '@/components/directives/directive-body'
import { DirectiveEndForm } from '@/components/directives/directive-end-form'
import { DirectivePapers } from '@/components/documents/directive-papers'
import { PaperLinks } from '@/components/documents/paper-links'
import { DirectiveFacts } from '@/components/directives/directive-facts'
import { RoadmapSection } from '@/components/milestones/roadmap-section'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { listRoadmap } from '@/server/milestones/list-milestones'
import { listNoticeUnits } from '@/server/documents/list-notice-units'
import { getDirective } from '@/server/directives/get-directive'
import { requireCtx } from '@/server/web/ctx'
import { directiveNo } from '@/server/web/directive-no'
import { orNotFound } from '@/server/web/or-not-found'
import { RecordNotes } from '../../record-notes'
import { DirectiveStudy } from './directive-study'
import { DirectiveTimetable } from './directive-timetable'

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `D${directiveNo((await params).no)}` }
}

export default async function DirectivePage({ params, searchParams }: Props) {
  const [ctx, address, query] = await Promise.all([requireCtx(), params, searchParams])
  const from = Math.min(Math.max(0, Math.trunc(Number(query.from)) || 0), 1_000_000)
  const page = await orNotFound(getDirective(ctx, directiveNo(address.no), from))
  const [roadmap, units] = await Promise.all([
    listRoadmap(ctx, page.directive.id),
    listNoticeUnits(ctx, page.directive.id),
  ])
  const t = await getTranslations('directives')
  const { directive, counts, may } = page
  const end = (['file', 'discard', 'close', 'archive'] as const).find((how) => how === query.act && may[how])
  return (
    <div className="mx-auto max-w-[1200px]">
      <PageHeader
        title={directive.title}
        meta={`D${directive.no}`}
        crumbs={[{ href: '/directives', label: t('title') }]}
        facts={<DirectiveFacts directive={directive} counts={counts} />}
        actions={
          end ? null : (
            <>
              {page.tasks.length > 0 ? (
                <PaperLinks of={{ kind: 'task-list', no: `D${directive.no}` }} />
              ) : null}
              <DirectiveActions no={directive.no} may={may} />
            </>
          )
        }
      />
      {end ? (
        <ClientMessages namespaces={['directives']}>
          <DirectiveEndForm
            {...{ how: end, no: directive.no, directiveId: directive.id, version: directive.version }}
            tasks={end === 'file' || end === 'discard' ? (counts.draft ?? 0) : page.tasks.length}
            zone={ctx.settings.zone}
            action={DIRECTIVE_END_ACTIONS[end]}
          />
        </ClientMessages>
      ) : (
        <DirectiveWaits waits={page.waits} />
      )}
      <DirectivePapers no={directive.no} units={units} />
      <DirectiveBody
        page={page}
        from={from}
        today={ctx.today}
        look={lookOf(query.text)}
        notes={<RecordNotes on="directive" recordId={directive.id} />}
        study={directive.status === 'draft' ? null : <DirectiveStudy directiveId={directive.id} />}
        timetable={directive.status === 'draft' ? null : <DirectiveTimetable ctx={ctx} no={directive.no} />}
        roadmap={<RoadmapSection roadmap={roadmap} today={ctx.today} />}
      />
    </div>
  )
}

function lookOf(text: string | string[] | undefined): 'received' | 'cleaned' {
  return text === 'received' ? 'received' : 'cleaned'
}
