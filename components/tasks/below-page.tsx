import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/shared/empty-state'
import { PageHeader } from '@/components/shared/page-header'
import { Pager } from '@/components/shared/pager'
import { ProgressPair } from '@/components/shared/progress-pair'
import { Quote } from '@/components/shared/quote'
import { Section } from '@/components/shared/section'
import { ButtonLink } from '@/components/ui/button'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import { BELOW_FILTERS, type BelowFilter } from '@/domain/tasks/below-filter'
import type { BelowPage as Page } from '@/server/tasks/list-below'
import { belowHref } from './below-href'
import { BelowLevels } from './below-levels'
import { BelowTable } from './below-table'
import { RollUpFigures } from './roll-up-figures'
import { TaskReports } from './task-reports'
import { useTaskWords } from './use-task-words'

/** 下级承办: one unit's figures beside those of the units below it, level by level, and each unit in a row. */
export function BelowPage({ data, filter, today }: { data: Page; filter: BelowFilter; today: string }) {
  const t = useTranslations('cascade')
  const { nameOf } = useTaskWords()
  const { node, task, roll, levels } = data
  const { no } = task
  const href = (show: BelowFilter) => belowHref(no, node.id, show)
  return (
    <>
      <PageHeader
        title={t('below.of', { unit: nameOf(node.unit) })}
        crumbs={[
          { href: `/tasks/T${no}`, label: `T${no} ${task.title}` },
          ...data.path.map((step) => ({ href: belowHref(no, step.id), label: nameOf(step) })),
        ]}
        actions={
          node.mayHandDown ? (
            <ButtonLink href={`/tasks/T${no}/hand-down?part=${node.id}`}>{t('handDown')}</ButtonLink>
          ) : null
        }
      />
      <div className="grid grid-cols-[minmax(0,5fr)_minmax(0,7fr)] gap-8 border-b pb-4 max-lg:grid-cols-1">
        <div className="grid content-start gap-3">
          <div>
            <p className="text-note text-muted">{t('own')}</p>
            <ProgressPair claimed={node.claimed} verified={node.verified} />
          </div>
          {roll ? (
            <>
              <div>
                <p className="text-note text-muted">{t('weighted')}</p>
                <ProgressPair claimed={roll.claimed} verified={roll.verified} />
              </div>
              <RollUpFigures roll={roll} href={href} />
            </>
          ) : (
            <p className="text-muted">{t('none')}</p>
          )}
          {node.note ? (
            <div>
              <p className="text-note text-muted">{t('note')}</p>
              <Quote>{node.note}</Quote>
            </div>
          ) : null}
        </div>
        {levels.length > 1 ? <BelowLevels levels={levels} /> : null}
      </div>
      {roll || data.total > 0 ? (
        <Section id="units" title={t('below.title')} note={data.total} look="page">
          <div className="py-2">
            <SegmentedLinks
              label={t('below.filter')}
              items={BELOW_FILTERS.map((one) => ({
                href: href(one),
                label: t(`below.filters.${one}`),
                current: one === filter,
              }))}
            />
          </div>
          {data.rows.length > 0 ? (
            <BelowTable no={no} rows={data.rows} today={today} />
          ) : (
            <EmptyState>{t('below.empty')}</EmptyState>
          )}
          <Pager total={data.total} nextHref={data.next ? belowHref(no, node.id, filter, data.next) : null} />
        </Section>
      ) : null}
      {node.part === 'local' ? (
        <TaskReports
          no={data.task.no}
          reports={data.reports}
          today={today}
          manyUnits={false}
          hidden={false}
        />
      ) : null}
    </>
  )
}
