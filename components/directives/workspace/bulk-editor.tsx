'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { DraftTask, SentenceClass } from '@/domain/directives/draft/model'
import { gapsOf } from '@/domain/directives/draft/standing'
import { forEach, leadAct, supportingAct } from './build-acts'
import { ClassButtons } from './class-buttons'
import { dueAct } from './due-acts'
import { DueEditor } from './due-editor'
import { KindEditor } from './kind-field'
import { Picker } from './picker'
import { useWorkspaceApi, useWorkspaceFacts, type PanelField } from './workspace-context'

/** One field for all that is selected, in the place of the bulk panel's buttons. */
export function BulkEditor({
  field,
  tasks,
  onClass,
}: {
  field: PanelField
  tasks: readonly DraftTask[]
  onClass: (to: Exclude<SentenceClass, 'open'>) => void
}) {
  const t = useTranslations('workspace')
  const api = useWorkspaceApi()
  const { units } = useWorkspaceFacts()
  const undated = tasks.filter((task) => gapsOf(task).includes('due')).map((task) => task.id)
  const mixed = undated.length > 0 && undated.length < tasks.length
  const [gapsOnly, setGapsOnly] = useState(true)
  const all = tasks.map((task) => task.id)
  const ids = field === 'due' && mixed && gapsOnly ? undated : all
  const close = () => api.openPanel(null)
  const done = (act: Parameters<typeof api.act>[0]) => {
    api.act(act)
    close()
  }
  return (
    <div
      className="flex min-h-12 flex-wrap items-center gap-3 border-s-3 border-brand bg-brand-tint px-5 py-2"
      role="group"
      aria-label={t('bulk.title', { count: all.length })}
    >
      <b className="whitespace-nowrap">{t(`bulk.${keyOf(field)}`, { count: ids.length })}</b>
      <div className="relative flex-1 [&_[role=listbox]]:max-h-64">
        {field === 'lead' || field === 'supporting' ? (
          <div className="[&>div>div]:top-auto! [&>div>div]:bottom-full [&>div>div]:mb-1">
            <Picker
              label={t(`units.${field}`)}
              items={units}
              onClose={close}
              onPick={(id) => done(field === 'lead' ? leadAct(ids, id) : supportingAct(ids, id))}
            />
          </div>
        ) : field === 'due' ? (
          <DueEditor
            onClose={close}
            onChoose={(choice) => done(dueAct(ids, choice))}
            extra={
              mixed ? (
                <label className="inline-flex min-h-7 items-center gap-2">
                  <input
                    type="checkbox"
                    className="size-4 accent-brand"
                    checked={gapsOnly}
                    onChange={(event) => setGapsOnly(event.target.checked)}
                  />
                  {t('bulk.gapsOnly', { count: undated.length })}
                </label>
              ) : null
            }
          />
        ) : field === 'kind' ? (
          <KindEditor
            kind="ongoing"
            cycle={null}
            onClose={close}
            onChoose={(kind, cycle) =>
              done(forEach(ids, (taskId) => ({ type: 'setKind', taskId, kind, cycle })))
            }
          />
        ) : (
          <ClassButtons
            focus
            onChoose={(to) => {
              onClass(to)
              close()
            }}
          />
        )}
      </div>
      <Button variant="quiet" onClick={close}>
        {t('cancel')}
        <Kbd>{'Esc'}</Kbd>
      </Button>
    </div>
  )
}

function keyOf(field: PanelField) {
  if (field === 'lead' || field === 'supporting' || field === 'due' || field === 'kind') return field
  return 'class'
}
