import { useTranslations } from 'next-intl'
import { useFigures } from '@/components/indicators/use-figures'
import { DataTable } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { StatementDifference, StatementField, StatementTask } from '@/domain/statements/content'
import type { StatementPage } from '@/server/statements/get-statement'

/** Where what holds now differs from what the statement says, point by point; nothing where it agrees. */
export function StatementDifferences({ page }: { page: StatementPage }) {
  const t = useTranslations('statements.difference')
  const { differences } = page
  if (differences.length === 0) return null
  return (
    <section
      aria-labelledby="differences-title"
      className="mb-4 grid gap-2 border-2 border-risk-edge p-4 print:hidden"
    >
      <h2 id="differences-title" className="text-[16px] leading-6">
        {t('title', { count: differences.length })}
      </h2>
      <p>{t(page.status === 'in_force' ? 'force' : 'open')}</p>
      <DataTable
        caption={t('title', { count: differences.length })}
        density="s"
        rows={differences}
        rowKey={(one) => `${one.no}-${one.kind === 'changed' ? one.field : one.kind}`}
        columns={[
          { key: 'task', label: t('task'), rowHeader: true, cell: (one) => <Task one={one} /> },
          { key: 'what', label: t('what'), cell: (one) => <What one={one} /> },
          { key: 'was', label: t('was'), cell: (one) => <Side one={one} side="was" /> },
          { key: 'now', label: t('now'), cell: (one) => <Side one={one} side="now" /> },
        ]}
      />
    </section>
  )
}

type One = { one: StatementDifference }

function Task({ one }: One) {
  return `T${one.no} ${(one.kind === 'added' ? one.now : one.was).title}`
}

function What({ one }: One) {
  const t = useTranslations('statements.difference')
  return one.kind === 'changed' ? t(`fields.${one.field}`) : t(one.kind)
}

function Side({ one, side }: One & { side: 'was' | 'now' }) {
  if (one.kind === 'added') return side === 'now' ? <Value task={one.now} field="due" /> : '—'
  if (one.kind === 'removed') return side === 'was' ? <Value task={one.was} field="due" /> : '—'
  return <Value task={one[side]} field={one.field} />
}

function Value({ task, field }: { task: StatementTask; field: StatementField }) {
  const tasks = useTranslations('tasks')
  const { nameOf } = useTaskWords()
  const figure = useFigures()
  switch (field) {
    case 'title':
    case 'expectedResult':
      return task[field] || '—'
    case 'part':
      return tasks(`part.${task.part}`)
    case 'due':
      return task.dueOn || !task.cycle ? <DateText on={task.dueOn} /> : tasks(`cycle.${task.cycle}`)
    case 'leader':
    case 'person': {
      const one = task[field]
      return one ? nameOf(one) : '—'
    }
    case 'indicators':
      return (
        <ul>
          {task.indicators.map(({ name, measure, target, path }) => (
            <li key={name}>
              {name} {target === null ? '—' : figure(target)}
              {measure}
              {path.map(({ on, value }) => (
                <span key={on} className="block text-note text-muted">
                  <DateText on={on} /> {figure(value)}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )
  }
}
