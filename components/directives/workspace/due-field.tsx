'use client'

import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { DraftTask } from '@/domain/directives/draft/model'
import { dueAct } from './due-acts'
import { DueEditor } from './due-editor'
import { DueText } from './due-text'
import { PickButton } from './unit-fields'
import { useWorkspaceApi, useWorkspaceFacts, type PanelField } from './workspace-context'
import { cycleWords } from './cycle-day'

/** The due date 时限 with its basis: words of the text, the office's rule, or set by a person. */
export function DueField({
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
  const { dateInfo, rule, breakdown } = useWorkspaceFacts()
  if (editable && field === 'due') {
    return (
      <DueEditor
        onClose={close}
        onChoose={(choice) => {
          api.act(dueAct([task.id], choice))
          close()
        }}
      />
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      {task.dueOn ? (
        <span>
          <DueText on={task.dueOn} info={dateInfo(task.dueOn)} />
          <small className="ms-2 text-note text-muted">
            {task.dueBasis === 'text' && task.dueBasisText
              ? t('due.basis.text', { words: task.dueBasisText })
              : task.dueBasis === 'rule'
                ? breakdown
                  ? t('due.basis.own')
                  : t('due.basis.rule', { days: rule?.days ?? 0 })
                : t('due.basis.assigned')}
          </small>
        </span>
      ) : task.kind === 'ongoing' && task.cycle ? (
        <span>{cycleWords(t, task)}</span>
      ) : (
        <>
          <Tag tone="gap">{t('gaps.due')}</Tag>
          {task.dueBasisText ? (
            <small className="text-note text-muted">
              {t('due.basis.text', { words: task.dueBasisText })}
            </small>
          ) : null}
        </>
      )}
      {editable ? (
        <PickButton
          label={t(task.dueOn ? 'due.change' : 'due.set')}
          keys="D"
          onOpen={() => api.openPanel({ field: 'due', on: 'current' })}
        />
      ) : null}
    </div>
  )
}
