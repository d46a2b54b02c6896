'use client'

import { useTranslations } from 'next-intl'
import type { DraftTask } from '@/domain/directives/draft/model'
import { leadAct } from './build-acts'
import { usePartReason } from './use-part-reason'
import type { SuggestedPart } from './use-suggested-below'
import { useWorkspaceApi, useWorkspaceFacts } from './workspace-context'
import css from './workspace.module.css'

/** A unit proposed in a breakdown: dashed, with its reason; pressing it chooses the unit, as the picker would. */
export function SuggestedChip({ task, part }: { task: DraftTask; part: SuggestedPart }) {
  const t = useTranslations('workspace.units')
  const api = useWorkspaceApi()
  const { unitName } = useWorkspaceFacts()
  const reason = usePartReason()(part)
  return (
    <button
      type="button"
      className={`${css.chip} hover:bg-surface max-lg:pointer-events-none`}
      title={t('accept')}
      onClick={() => api.act(leadAct([task.id], part.unitId))}
    >
      {unitName(part.unitId)}
      <small>{reason}</small>
    </button>
  )
}
