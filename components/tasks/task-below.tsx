import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import { ProgressPair } from '@/components/shared/progress-pair'
import { Quote } from '@/components/shared/quote'
import { Section } from '@/components/shared/section'
import { StatusTag } from '@/components/shared/status-tag'
import { ButtonLink } from '@/components/ui/button'
import { useFailureText } from '@/components/shared/failure-text'
import type { TaskBelow as Below } from '@/server/tasks/task-below'
import { BelowLevels } from './below-levels'
import { belowHref } from './below-href'
import { RollUpFigures } from './roll-up-figures'
import { useTaskWords } from './use-task-words'

/** Was anything handed down, or may it be? */
export function showsBelow({ nodes, mine, given, childTasks }: Below) {
  return nodes.length + childTasks.length > 0 || Boolean(mine ?? given)
}

/** 下级承办, beside the task's own figures and never over them: who handed it down, how those below stand, and the own next step. */
export function TaskBelow({ below }: { below: Below }) {
  const t = useTranslations('cascade')
  const { nodes, mine, given, childTasks } = below
  if (!showsBelow(below)) return null
  return (
    <Section id="below" title={t('title')}>
      <div className="grid gap-4">
        {given ? <Given given={given} /> : null}
        {nodes.map((node) => (
          <Node key={node.assignmentId} no={below.no} node={node} />
        ))}
        {childTasks.length > 0 ? <ChildTasks tasks={childTasks} /> : null}
        {mine ? <HandDownLinks no={below.no} mine={mine} /> : null}
      </div>
    </Section>
  )
}

function Given({ given }: { given: NonNullable<Below['given']> }) {
  const t = useTranslations('cascade')
  const { nameOf } = useTaskWords()
  return (
    <div>
      <p>{t('given', { unit: nameOf(given.from) })}</p>
      {given.note ? <Quote>{given.note}</Quote> : null}
    </div>
  )
}

function Node({ no, node }: { no: number; node: Below['nodes'][number] }) {
  const t = useTranslations('cascade')
  const { nameOf } = useTaskWords()
  const { direct, assignmentId, levels } = node
  if (!direct) return null
  const href = (filter: Parameters<typeof belowHref>[2]) => belowHref(no, assignmentId, filter)
  return (
    <div className="grid gap-2">
      <h3 className="text-ui">{t('ofUnit', { unit: nameOf(node.unit) })}</h3>
      <RollUpFigures roll={direct} href={href} />
      <div>
        <p className="text-note text-muted">{t('weighted')}</p>
        <ProgressPair claimed={direct.claimed} verified={direct.verified} />
      </div>
      {levels.length > 0 ? <BelowLevels levels={levels} narrow /> : null}
      <p className="flex flex-wrap gap-x-4">
        <Link href={href('all')} className="inline-flex min-h-6 items-center max-md:min-h-11">
          {t('list')}
        </Link>
        {direct.waiting > 0 ? (
          <Link href={href('waiting')} className="inline-flex min-h-6 items-center max-md:min-h-11">
            {t('waiting', { count: direct.waiting })}
          </Link>
        ) : null}
      </p>
    </div>
  )
}

function ChildTasks({ tasks }: { tasks: Below['childTasks'] }) {
  const t = useTranslations('cascade')
  const words = useTranslations('tasks')
  return (
    <div>
      <h3 className="text-ui">{t('childTasks')}</h3>
      <ul>
        {tasks.map((task) => (
          <li key={task.no} className="flex flex-wrap items-center gap-x-2 border-t py-1 first:border-t-0">
            <Link href={`/tasks/T${task.no}`} className="inline-flex min-h-6 items-center max-md:min-h-11">
              {t('below.childTask', { no: task.no, title: task.title })}
            </Link>
            <StatusTag>{words(`status.${task.status}`)}</StatusTag>
            <DateText on={task.dueOn} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function HandDownLinks({ no, mine }: { no: number; mine: NonNullable<Below['mine']> }) {
  const t = useTranslations('cascade')
  const say = useFailureText()
  if (mine.obstacle) return <p className="text-muted">{say(mine.obstacle.code, mine.obstacle.params)}</p>
  return (
    <p className="flex flex-wrap gap-2 print:hidden">
      {mine.whole ? (
        <ButtonLink href={`/tasks/T${no}/hand-down`} size="s">
          {t('handDown')}
        </ButtonLink>
      ) : null}
      <ButtonLink href={`/tasks/T${no}/breakdown`} size="s">
        {t('breakDown')}
      </ButtonLink>
    </p>
  )
}
