'use client'

import { useTranslations } from 'next-intl'
import type { DraftTask } from '@/domain/directives/draft/model'
import { Picker } from './picker'
import { useWorkspaceApi, useWorkspaceFacts, type PanelField } from './workspace-context'

type PersonFieldProps = {
  task: DraftTask
  who: 'leader' | 'person'
  field: PanelField | null
  editable: boolean
  close: () => void
}

/** Responsible leader 责任领导 or responsible person 责任人: one each, may stay empty. */
export function PersonField({ task, who, field, editable, close }: PersonFieldProps) {
  const t = useTranslations('workspace')
  const api = useWorkspaceApi()
  const { leaders, people, personName } = useWorkspaceFacts()
  const chosen = who === 'leader' ? task.responsibleLeaderId : task.responsiblePersonId
  const set = (id: string | null) => {
    api.act({
      type: 'setPeople',
      taskId: task.id,
      ...(who === 'leader' ? { leaderId: id } : { personId: id }),
    })
    close()
  }
  if (editable && field === who) {
    return (
      <Picker
        label={t(`fields.${who}`)}
        items={who === 'leader' ? leaders : people}
        onPick={set}
        onClose={close}
        onClear={chosen ? () => set(null) : undefined}
      />
    )
  }
  if (!editable) return <span>{chosen ? personName(chosen) : t('none')}</span>
  return (
    <button
      type="button"
      onClick={() => api.openPanel({ field: who, on: 'current' })}
      className={`min-h-7 rounded hover:bg-surface max-lg:pointer-events-none ${chosen ? '' : 'text-link'}`}
    >
      {chosen ? personName(chosen) : t('fill')}
    </button>
  )
}
