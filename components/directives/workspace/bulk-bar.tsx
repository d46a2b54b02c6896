'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { Draft, DraftTask, SentenceClass } from '@/domain/directives/draft/model'
import { confirmTasks, forEach, leadAct, mergeAct, supportingAct } from './build-acts'
import { ClassButtons } from './class-buttons'
import { dueAct } from './due-acts'
import { DueEditor } from './due-editor'
import { KindEditor } from './kind-field'
import { Picker } from './picker'
import { useWorkspaceApi, useWorkspaceFacts, type PanelField } from './workspace-context'

type BulkBarProps = {
  draft: Draft
  selected: ReadonlySet<string>
  field: PanelField | null
  onClass: (to: Exclude<SentenceClass, 'open'>) => void
  onClear: () => void
}

/** What can be done with all that is selected: one undo step, a result for each. */
export function BulkBar({ draft, selected, field, onClass, onClear }: BulkBarProps) {
  const t = useTranslations('workspace')
  const api = useWorkspaceApi()
  const { units } = useWorkspaceFacts()
  const ids = draft.tasks.filter((task: DraftTask) => selected.has(task.id)).map((task) => task.id)
  const open = (name: PanelField) => () => api.openPanel({ field: name, on: 'selection' })
  const close = () => api.openPanel(null)
  const done = (act: Parameters<typeof api.act>[0]) => {
    api.act(act)
    close()
  }
  if (field) {
    return (
      <div
        className="flex min-h-12 flex-wrap items-center gap-3 border-s-3 border-brand bg-brand-tint px-5 py-2"
        role="group"
        aria-label={t('bulk.title', { count: ids.length })}
      >
        <b className="whitespace-nowrap">{t(`bulk.${fieldKey(field)}`, { count: ids.length })}</b>
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
            <DueEditor onClose={close} onChoose={(choice) => done(dueAct(ids, choice))} />
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
  return (
    <div
      role="toolbar"
      aria-label={t('bulk.title', { count: ids.length })}
      className="flex min-h-12 flex-wrap items-center gap-1.5 border-s-3 border-brand bg-brand-tint py-1 ps-5 pe-4"
    >
      <b className="me-auto whitespace-nowrap">{t('bulk.title', { count: ids.length })}</b>
      <Button size="s" data-first="" onClick={() => api.act(confirmTasks(ids))}>
        {t('bulk.confirm')}
      </Button>
      <Button size="s" onClick={open('lead')}>
        {t('bulk.setLead')}
      </Button>
      <Button size="s" onClick={open('supporting')}>
        {t('bulk.addSupporting')}
      </Button>
      <Button size="s" onClick={open('due')}>
        {t('bulk.setDue')}
      </Button>
      <Button size="s" onClick={open('kind')}>
        {t('bulk.setKind')}
      </Button>
      <Button
        size="s"
        onClick={() => api.act(forEach(ids, (taskId) => ({ type: 'setCascade', taskId, value: true })))}
      >
        {t('bulk.cascade')}
      </Button>
      <Button size="s" disabled={ids.length < 2} onClick={() => api.act(mergeAct(draft, selected))}>
        {t('bulk.merge')}
      </Button>
      <Button size="s" onClick={open('class')}>
        {t('bulk.setClass')}
      </Button>
      <Button size="s" variant="quiet" onClick={onClear}>
        {t('cancel')}
      </Button>
    </div>
  )
}

function fieldKey(field: PanelField) {
  if (field === 'lead' || field === 'supporting' || field === 'due' || field === 'kind') return field
  return 'class'
}
