'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { DraftPart } from '@/domain/directives/draft/model'
import { newId } from '@/lib/new-id'
import { useWorkspaceApi, useWorkspaceFacts } from './workspace-context'
import css from './workspace.module.css'

/** 各司局, 各省民政厅（局）: whom it means, as a list to be taken over as supporting units; nobody is filled in before that. */
export function CollectiveChip({ taskId, part }: { taskId: string; part: DraftPart }) {
  const t = useTranslations('workspace.collective')
  const api = useWorkspaceApi()
  const { units, unitName } = useWorkspaceFacts()
  const known = new Set(units.map((unit) => unit.id))
  const members = (part.reason?.units ?? []).filter((id) => known.has(id))
  const add = () =>
    api.act({
      type: 'bulk',
      items: members.map((unitId) => ({ type: 'addSupporting', taskId, unitId, partId: newId() })),
    })
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1">
      <span
        className={css.chip}
        title={members.length > 0 ? members.map((id) => unitName(id)).join(t('join')) : undefined}
      >
        {part.nameInText}
        <small>{members.length > 0 ? t('count', { count: members.length }) : t('whom')}</small>
      </span>
      {members.length > 0 ? (
        <Button size="s" variant="quiet" className="max-lg:hidden!" onClick={add}>
          {t('add', { count: members.length })}
        </Button>
      ) : null}
    </span>
  )
}
