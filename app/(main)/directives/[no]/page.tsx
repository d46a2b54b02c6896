import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DirectiveBody } from '@/components/directives/directive-body'
import { DirectiveFacts } from '@/components/directives/directive-facts'
import { PageHeader } from '@/components/shared/page-header'
import { getDirective } from '@/server/directives/get-directive'
import { requireCtx } from '@/server/web/ctx'
import { directiveNo } from '@/server/web/directive-no'
import { orNotFound } from '@/server/web/or-not-found'
import { RecordNotes } from '../../record-notes'
import { DirectiveActs } from './directive-acts'
import { DirectiveEnd, endOf } from './directive-end'
import { DirectiveNotices, DirectiveRoadmap } from './directive-beside'
import { DirectiveStatements } from './directive-statements'
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
  const { directive, counts } = page
  const t = await getTranslations('directives')
  const end = endOf(page, query.act)
  return (
    <div className="mx-auto max-w-[1200px]">
      <PageHeader
        title={directive.title}
        meta={`D${directive.no}`}
        crumbs={[{ href: '/directives', label: t('title') }]}
        facts={<DirectiveFacts directive={directive} counts={counts} />}
        actions={end ? null : <DirectiveActs page={page} />}
      />
      <DirectiveEnd how={end} page={page} zone={ctx.settings.zone} />
      <DirectiveNotices directive={directive} />
      <DirectiveBody
        page={page}
        from={from}
        today={ctx.today}
        look={query.text === 'received' ? 'received' : 'cleaned'}
        notes={<RecordNotes on="directive" recordId={directive.id} />}
        study={directive.status === 'draft' ? null : <DirectiveStudy directiveId={directive.id} />}
        timetable={directive.status === 'draft' ? null : <DirectiveTimetable ctx={ctx} no={directive.no} />}
        statements={directive.status === 'draft' ? null : <DirectiveStatements directive={directive} />}
        roadmap={<DirectiveRoadmap directiveId={directive.id} />}
      />
    </div>
  )
}
