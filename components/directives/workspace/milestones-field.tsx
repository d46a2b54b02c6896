'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useFailureText } from '@/components/shared/failure-text'
import { Tag } from '@/components/ui/tag'
import type { DraftTask } from '@/domain/directives/draft/model'
import type { DraftMilestone } from '@/domain/directives/draft/plan'
import { newId } from '@/lib/new-id'
import { DueText } from './due-text'
import { LINE_INPUT, PlanEditor, PlanRow } from './plan-row'
import { PickButton } from './unit-fields'
import { useWorkspaceApi, useWorkspaceFacts, type PanelField } from './workspace-context'

type FieldProps = { task: DraftTask; field: PanelField | null; editable: boolean; close: () => void }

/** 里程碑 of the card: what is reached by when, in the order of the days. */
export function MilestonesField({ task, field, editable, close }: FieldProps) {
  const t = useTranslations('workspace.plan')
  const api = useWorkspaceApi()
  const { dateInfo } = useWorkspaceFacts()
  const [edited, setEdited] = useState<string | null>(null)
  const done = () => (edited ? setEdited(null) : close())
  return (
    <div className="grid gap-1">
      {task.milestones.length > 0 ? (
        <ul className="grid gap-0.5">
          {task.milestones.map((one) =>
            editable && edited === one.id ? (
              <li key={one.id}>
                <MilestoneEditor task={task} milestone={one} onClose={done} />
              </li>
            ) : (
              <PlanRow
                key={one.id}
                name={one.title}
                editable={editable}
                onEdit={() => setEdited(one.id)}
                onRemove={() => api.act({ type: 'removeMilestone', taskId: task.id, milestoneId: one.id })}
              >
                <DueText on={one.dueOn} info={dateInfo(one.dueOn)} />
                <span className="ms-2">{one.title}</span>
                {task.dueOn && one.dueOn > task.dueOn ? <Tag tone="gap">{t('afterTask')}</Tag> : null}
              </PlanRow>
            ),
          )}
        </ul>
      ) : null}
      {editable && field === 'milestones' ? (
        <MilestoneEditor key={task.milestones.length} task={task} milestone={null} onClose={close} />
      ) : editable ? (
        <PickButton
          label={t('addMilestone')}
          keys="P"
          onOpen={() => api.openPanel({ field: 'milestones', on: 'current' })}
        />
      ) : null}
    </div>
  )
}

/** Its words and its date, typed as any date here; Enter saves, and the next one can be typed. */
function MilestoneEditor({
  task,
  milestone,
  onClose,
}: {
  task: DraftTask
  milestone: DraftMilestone | null
  onClose: () => void
}) {
  const t = useTranslations('workspace.plan')
  const say = useFailureText()
  const { act, readDue } = useWorkspaceApi()
  const [title, setTitle] = useState(milestone?.title ?? '')
  const [typed, setTyped] = useState(milestone?.dueOn ?? '')
  const [wrong, setWrong] = useState<string | null>(null)
  const due = useRef<HTMLInputElement>(null)

  async function save() {
    if (title.trim() === '' && typed.trim() === '') return onClose()
    if (title.trim() === '') return setWrong('milestone.title_missing')
    if (typed.trim() === '' && document.activeElement !== due.current) return due.current?.focus()
    const read = await readDue(typed)
    if (read.kind !== 'date') return setWrong(read.kind === 'error' ? read.code : 'date.unreadable')
    const milestoneId = milestone?.id ?? newId()
    const saved = act({ type: 'putMilestone', taskId: task.id, milestoneId, title, dueOn: read.on })
    if (saved && milestone) onClose()
  }
  return (
    <PlanEditor onSave={save} onClose={onClose} wrong={wrong ? say(wrong) : null}>
      <input
        autoFocus
        aria-label={t('milestone')}
        placeholder={t('milestone')}
        value={title}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => setTitle(event.target.value)}
        className={`${LINE_INPUT} w-56`}
      />
      <input
        ref={due}
        aria-label={t('milestoneDue')}
        placeholder={t('milestoneHint')}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        className={`${LINE_INPUT} w-44`}
      />
    </PlanEditor>
  )
}
