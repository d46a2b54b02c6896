'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TASK_KINDS, type TaskKind } from '@/domain/tasks/lifecycle'
import type { DraftTask } from '@/domain/directives/draft/model'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { isComposing } from '@/lib/key-match'
import { CycleDay, cycleWords } from './cycle-day'
import { useWorkspaceApi, type PanelField } from './workspace-context'

/** How often an ongoing task is reported on, in the order of the list. */
const CYCLES = ['weekly', 'fortnightly', 'monthly', 'quarterly'] as const
type Cycle = (typeof CYCLES)[number]

/** Kind 限时/阶段/长期 and cycle. Ongoing tasks report in a cycle; phased ones may. */
export function KindEditor({
  kind: initialKind,
  cycle: initialCycle,
  cycleDay = null,
  onChoose,
  onClose,
}: {
  kind: TaskKind
  cycle: Cycle | null
  cycleDay?: number | null
  onChoose: (kind: TaskKind, cycle: Cycle | null, cycleDay: number | null) => void
  onClose: () => void
}) {
  const t = useTranslations('workspace')
  const [kind, setKind] = useState(initialKind)
  const choose = (cycle: Cycle | null) => onChoose(kind, cycle, null)
  return (
    <div
      role="group"
      aria-label={t('fields.kind')}
      className="flex flex-wrap items-center gap-1"
      onKeyDown={(event) => {
        if (event.code !== 'Escape' || isComposing(event.nativeEvent)) return
        event.stopPropagation()
        onClose()
      }}
    >
      {TASK_KINDS.map((value, index) => (
        <Button
          key={value}
          size="s"
          autoFocus={value === initialKind}
          aria-pressed={kind === value}
          className="aria-pressed:border-brand! aria-pressed:bg-brand-tint! aria-pressed:text-brand!"
          onClick={() => (value === 'time_boxed' ? onChoose(value, null, null) : setKind(value))}
          data-index={index}
        >
          {t(`kinds.${value}`)}
        </Button>
      ))}
      {kind === 'time_boxed' ? null : (
        <>
          <span className="ms-2 text-note text-muted">{t('due.cycle')}</span>
          {CYCLES.map((value) => (
            <Button
              key={value}
              size="s"
              aria-pressed={initialCycle === value}
              className="aria-pressed:border-brand! aria-pressed:bg-brand-tint! aria-pressed:text-brand!"
              onClick={() => choose(value)}
            >
              {t(`due.cycles.${value}`)}
            </Button>
          ))}
          {initialCycle ? (
            <CycleDay
              cycle={initialCycle}
              day={cycleDay}
              onChoose={(day) => onChoose(kind, initialCycle, day)}
            />
          ) : null}
          {kind === 'phased' ? (
            <Button size="s" variant="quiet" onClick={() => choose(null)}>
              {t('due.noCycle')}
            </Button>
          ) : null}
        </>
      )}
    </div>
  )
}

/** The kind in the card. */
export function KindField({
  task,
  field,
  editable,
  close,
}: {
  task: DraftTask
  field: PanelField | null
  editable: boolean
  close: () => void
}) {
  const t = useTranslations('workspace')
  const api = useWorkspaceApi()
  if (editable && field === 'kind') {
    return (
      <KindEditor
        kind={task.kind}
        cycle={task.cycle}
        cycleDay={task.cycleDay}
        onClose={close}
        onChoose={(kind, cycle, cycleDay) => {
          api.act({ type: 'setKind', taskId: task.id, kind, cycle, cycleDay })
          close()
        }}
      />
    )
  }
  const words = [t(`kinds.${task.kind}`), task.cycle ? cycleWords(t, task) : ''].filter(Boolean).join(' · ')
  if (!editable) return <span>{words}</span>
  return (
    <button
      type="button"
      onClick={() => api.openPanel({ field: 'kind', on: 'current' })}
      className="inline-flex min-h-7 items-center gap-2 rounded hover:bg-surface max-lg:pointer-events-none"
    >
      {words}
      <Kbd>{'T'}</Kbd>
    </button>
  )
}
