'use client'

import { Check, Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Tag } from '@/components/ui/tag'
import { highlighted, leadOf } from '@/domain/directives/draft/apply-units'
import type { DraftTask } from '@/domain/directives/draft/model'
import { gapsOf } from '@/domain/directives/draft/standing'
import { cx } from '@/lib/cx'
import { CardMeta } from './card-meta'
import { OpenCard } from './open-card'
import { useWorkspaceApi, useWorkspaceFacts, type PanelField } from './workspace-context'
import css from './workspace.module.css'

type CardProps = {
  task: DraftTask
  current: boolean
  selected: boolean
  inTabOrder: boolean
  /** The field of this card that is being filled in. */
  field: PanelField | null
}

/** One task: a line of 64 px, or, the current one, all its fields. */
export const Card = memo(function Card({ task, current, selected, inTabOrder, field }: CardProps) {
  const t = useTranslations('workspace')
  const api = useWorkspaceApi()
  const sure = task.draftState !== 'suggested'
  const name = task.no > 0 ? `T${task.no}` : t('card.new')
  const editable = task.status === 'draft'
  const state = editable ? task.draftState : 'sent'
  return (
    <li className={current ? undefined : css.folded}>
      <div
        id={`t-${task.id}`}
        data-task={task.id}
        role="group"
        tabIndex={inTabOrder ? 0 : -1}
        aria-label={t('card.label', { no: name, title: task.title, state: t(`states.${state}`) })}
        aria-current={current || undefined}
        data-selected={selected || undefined}
        data-sure={sure || undefined}
        className={cx(css.card, current && css.current)}
        onClick={(event) => {
          if (
            event.target instanceof Element &&
            event.target.closest('button, a, input, textarea, label, select')
          )
            return
          api.select({ taskId: task.id }, 'cards')
        }}
      >
        <span className="inline-flex min-h-7 items-center max-lg:hidden">
          {editable ? (
            <Checkbox
              label={t('card.select', { no: name })}
              hideLabel
              checked={selected}
              onChange={() => api.toggle(task.id)}
              tabIndex={current ? 0 : -1}
            />
          ) : null}
        </span>
        <span className="min-h-7 leading-7 font-semibold text-muted">{name}</span>
        {current ? (
          <OpenCard task={task} field={field} state={<CardState state={state} />} />
        ) : (
          <FoldedCard task={task} />
        )}
        {current ? null : <CardState state={state} status={task.status} />}
      </div>
    </li>
  )
})

function FoldedCard({ task }: { task: DraftTask }) {
  const t = useTranslations('workspace')
  const { directive } = useWorkspaceFacts()
  const proposal = leadOf(task) ? null : highlighted(task).find((part) => part.part === 'lead')
  return (
    <div className="min-w-0">
      <div className="font-semibold" lang={directive.language}>
        {task.title}
      </div>
      <div className="flex flex-wrap items-center gap-x-1.5 text-note text-muted">
        {gapsOf(task).map((gap) => (
          <Tag key={gap} tone="gap">
            {t(`gaps.${gap}`)}
          </Tag>
        ))}
        <CardMeta task={task} proposal={proposal ?? null} />
      </div>
    </div>
  )
}

/** 建议 dashed, 已确认 with a tick, 人工 with a pencil; what left the draft says where it stands. */
export function CardState({
  state,
  status,
}: {
  state: 'suggested' | 'confirmed' | 'manual' | 'sent'
  status?: DraftTask['status']
}) {
  const t = useTranslations('workspace')
  if (state === 'suggested') {
    return (
      <span className="rounded-sm border border-dashed border-edge px-1.5 text-[12px] leading-[18px] whitespace-nowrap text-muted">
        {t('states.suggested')}
      </span>
    )
  }
  if (state === 'sent') return <Tag>{status ? t(`taskStatus.${status}`) : t('states.sent')}</Tag>
  const Icon = state === 'manual' ? Pencil : Check
  return (
    <span className="inline-flex items-center gap-1 text-note whitespace-nowrap text-brand">
      <Icon className="size-4" />
      {t(`states.${state}`)}
    </span>
  )
}
