import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import { SummaryList } from '@/components/shared/summary-list'
import type { TaskPage } from '@/server/tasks/get-task'
import { useTaskWords } from './use-task-words'

/** What is settled about the task, beside the page. */
export function TaskFactsList({ task }: { task: TaskPage }) {
  const t = useTranslations('tasks.facts')
  const all = useTranslations('tasks')
  const words = useTaskWords()
  const { facts, parts, directive } = task
  const units = (part: 'lead' | 'supporting' | 'local') =>
    parts
      .filter((one) => one.part === part)
      .map((one) => words.nameOf(one.unit))
      .join(all('acts.unitsJoin'))
  const rows: [key: string, value: ReactNode][] = [
    [
      'kind',
      [all(`kind.${facts.kind}`), facts.cycle ? all(`cycle.${facts.cycle}`) : null]
        .filter(Boolean)
        .join(', '),
    ],
    ['lead', units('lead')],
    ['supporting', units('supporting') || t('none')],
    ['local', units('local')],
    ['responsibleLeader', facts.responsibleLeader && words.nameOf(facts.responsibleLeader)],
    ['responsiblePerson', facts.responsiblePerson && words.nameOf(facts.responsiblePerson)],
    ['dispatchedOn', facts.dispatchedOn && <DateText on={facts.dispatchedOn} />],
    ['firstDue', <FirstDue key="due" task={task} />],
    ['basis', <Basis key="basis" task={task} />],
    ['extensions', task.undispatched ? null : t('times', { count: facts.extensionCount })],
    ['everOverdue', task.undispatched ? null : t(facts.everOverdue ? 'yes' : 'no')],
    ['completedOn', facts.completedOn && <DateText on={facts.completedOn} />],
    ['expectedResult', facts.expectedResult],
    ['remark', facts.remark],
    [
      'directive',
      <Link key="d" href={`/directives/D${directive.no}`}>
        {directive.title}
      </Link>,
    ],
  ]
  return (
    <Section id="facts" title={all('page.facts')}>
      <SummaryList
        className="gap-1.5!"
        rows={rows.flatMap(([key, value]) => (value ? [{ key, label: t(key as 'kind'), value }] : []))}
      />
    </Section>
  )
}

function FirstDue({ task }: { task: TaskPage }) {
  const t = useTranslations('tasks.facts')
  const first = task.originalDueOn ?? task.dueOn
  if (!first) return t('noDate')
  const on = () => <DateText on={first} />
  return task.originalDueOn && task.dueOn !== task.originalDueOn
    ? t.rich('moved', { on, now: () => <DateText on={task.dueOn} /> })
    : t.rich('unchanged', { on })
}

function Basis({ task }: { task: TaskPage }) {
  const t = useTranslations('tasks.facts')
  if (task.dueBasisText) return t('basisText', { text: task.dueBasisText })
  return task.dueBasis ? t(`basisKind.${task.dueBasis}`) : t('noDate')
}
