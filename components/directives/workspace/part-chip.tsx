'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { DraftPart } from '@/domain/directives/draft/model'
import { cx } from '@/lib/cx'
import { useWorkspaceApi, useWorkspaceFacts } from './workspace-context'
import { CollectiveChip } from './collective-chip'
import { usePartReason } from './use-part-reason'
import css from './workspace.module.css'

/** A unit proposed: dashed, with its reason; pressing it accepts. The highlighted one is what “confirm” would accept. */
export function ProposalChip({ taskId, part, hot }: { taskId: string; part: DraftPart; hot: boolean }) {
  const t = useTranslations('workspace')
  const api = useWorkspaceApi()
  const { unitName } = useWorkspaceFacts()
  const reason = usePartReason()(part)
  if (part.unitId === null) {
    if (part.reason?.code === 'collective') return <CollectiveChip taskId={taskId} part={part} />
    return (
      <span className={cx(css.chip, 'text-muted')}>
        {part.nameInText}
        <small>{t('reasons.unnamed')}</small>
      </span>
    )
  }
  return (
    <button
      type="button"
      className={cx(css.chip, hot && css.hot, 'hover:bg-surface max-lg:pointer-events-none')}
      title={t('units.accept')}
      onClick={() => api.act({ type: 'acceptPart', taskId, partId: part.id })}
    >
      {hot ? <b>{unitName(part.unitId)}</b> : unitName(part.unitId)}
      <small>{reason}</small>
    </button>
  )
}

/** A unit that was chosen, with a cross. */
export function ChosenUnit({
  taskId,
  part,
  editable,
}: {
  taskId: string
  part: DraftPart
  editable: boolean
}) {
  const t = useTranslations('workspace')
  const common = useTranslations('common')
  const api = useWorkspaceApi()
  const { unitName } = useWorkspaceFacts()
  const name = unitName(part.unitId)
  return (
    <span className="inline-flex min-h-7 items-center rounded bg-raised ps-2 pe-2">
      {part.part === 'lead' ? <b>{name}</b> : name}
      {part.source === 'text' ? (
        <small className="ms-1.5 text-note text-muted">{t('reasons.named')}</small>
      ) : null}
      {editable ? (
        <button
          type="button"
          aria-label={common('remove', { what: name })}
          title={common('remove', { what: name })}
          onClick={() => api.act({ type: 'removePart', taskId, partId: part.id })}
          className="-me-2 inline-flex size-7 items-center justify-center rounded text-muted hover:text-text max-lg:hidden"
        >
          <X className="size-4" />
        </button>
      ) : null}
    </span>
  )
}
