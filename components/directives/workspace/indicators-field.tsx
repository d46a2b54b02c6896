'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFailureText } from '@/components/shared/failure-text'
import type { DraftTask } from '@/domain/directives/draft/model'
import type { DraftIndicator } from '@/domain/directives/draft/plan'
import { quantityOf, type Target } from '@/domain/directives/draft/targets'
import { typedFigureSchema } from '@/domain/indicators/indicator'
import { REPORTING_CYCLES } from '@/domain/tasks/reporting-cycle'
import { newId } from '@/lib/new-id'
import { LINE_INPUT, PlanEditor, PlanRow } from './plan-row'
import { PickButton } from './unit-fields'
import { useWorkspaceApi, type PanelField } from './workspace-context'
import css from './workspace.module.css'

type FieldProps = {
  task: DraftTask
  /** The numbers that its sentences set: proposed, counted only once a person takes them. */
  targets: readonly Target[]
  field: PanelField | null
  editable: boolean
  close: () => void
}

/** 指标 of the card: those kept, those that the text proposes (dashed), and a line to write one. */
export function IndicatorsField({ task, targets, field, editable, close }: FieldProps) {
  const t = useTranslations('workspace.plan')
  const due = useTranslations('workspace.due.cycles')
  const api = useWorkspaceApi()
  const [edited, setEdited] = useState<string | null>(null)
  const proposed = targets.filter((target) =>
    task.indicators.every((one) => one.name !== quantityOf(target).name),
  )
  function accept(target: Target) {
    const { name, measure, target: figure } = quantityOf(target)
    const read = typedFigureSchema.safeParse(figure)
    const value = read.success ? read.data : null
    const indicatorId = newId()
    api.act({ type: 'putIndicator', taskId: task.id, indicatorId, name, measure, target: value, cycle: null })
  }
  return (
    <div className="grid gap-1">
      {task.indicators.length > 0 ? (
        <ul className="grid gap-0.5">
          {task.indicators.map((one) =>
            editable && edited === one.id ? (
              <li key={one.id}>
                <IndicatorEditor task={task} indicator={one} onClose={() => setEdited(null)} />
              </li>
            ) : (
              <PlanRow
                key={one.id}
                name={one.name}
                editable={editable}
                onEdit={() => setEdited(one.id)}
                onRemove={() => api.act({ type: 'removeIndicator', taskId: task.id, indicatorId: one.id })}
              >
                {one.name}
                <small className="ms-2 text-note text-muted">
                  {[
                    one.target === null
                      ? t('noTarget')
                      : t('aims', { target: one.target, measure: one.measure }),
                    one.cycle ? due(one.cycle) : t('everyReport'),
                  ].join(' · ')}
                </small>
              </PlanRow>
            ),
          )}
        </ul>
      ) : null}
      {proposed.length > 0 ? (
        <ul className="flex flex-wrap items-center gap-1.5">
          {proposed.map((target) => (
            <li key={target.clause}>
              {editable ? (
                <button
                  type="button"
                  className={`${css.chip} text-start hover:bg-surface max-lg:pointer-events-none`}
                  title={t('accept')}
                  onClick={() => accept(target)}
                >
                  {target.clause}
                  <small className="inline-flex items-center gap-0.5">
                    <Plus aria-hidden className="size-3.5" />
                    {t('accept')}
                  </small>
                </button>
              ) : (
                <span className="leading-7">
                  {target.clause}
                  <small className="ms-2 text-note text-muted">{t('fromText')}</small>
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {editable && field === 'indicators' ? (
        <IndicatorEditor key={task.indicators.length} task={task} indicator={null} onClose={close} />
      ) : editable ? (
        <PickButton
          label={t('addIndicator')}
          keys="I"
          onOpen={() => api.openPanel({ field: 'indicators', on: 'current' })}
        />
      ) : null}
    </div>
  )
}

function IndicatorEditor({
  task,
  indicator,
  onClose,
}: {
  task: DraftTask
  indicator: DraftIndicator | null
  onClose: () => void
}) {
  const t = useTranslations('workspace.plan')
  const due = useTranslations('workspace.due.cycles')
  const say = useFailureText()
  const { act } = useWorkspaceApi()
  const [name, setName] = useState(indicator?.name ?? '')
  const [typed, setTyped] = useState(indicator?.target?.toString() ?? '')
  const [measure, setMeasure] = useState(indicator?.measure ?? '')
  const [cycle, setCycle] = useState<DraftIndicator['cycle']>(indicator?.cycle ?? null)
  const [wrong, setWrong] = useState<string | null>(null)

  function save() {
    if (name.trim() === '' && typed.trim() === '') return onClose()
    if (name.trim() === '') return setWrong('indicator.name_missing')
    const read = typedFigureSchema.safeParse(typed)
    if (!read.success) return setWrong('indicator.not_a_number')
    const indicatorId = indicator?.id ?? newId()
    const saved = act({
      type: 'putIndicator',
      taskId: task.id,
      indicatorId,
      name,
      measure,
      target: read.data,
      cycle,
    })
    if (saved && indicator) onClose()
  }
  return (
    <PlanEditor onSave={save} onClose={onClose} wrong={wrong ? say(wrong) : null}>
      <input
        autoFocus
        aria-label={t('indicator')}
        placeholder={t('indicator')}
        value={name}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
        className={`${LINE_INPUT} w-56`}
      />
      <input
        aria-label={t('target')}
        placeholder={t('target')}
        inputMode="decimal"
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        className={`${LINE_INPUT} w-24`}
      />
      <input
        aria-label={t('measure')}
        placeholder={t('measure')}
        value={measure}
        maxLength={20}
        autoComplete="off"
        onChange={(event) => setMeasure(event.target.value)}
        className={`${LINE_INPUT} w-24`}
      />
      <select
        aria-label={t('cycle')}
        value={cycle ?? ''}
        onChange={(event) => setCycle(REPORTING_CYCLES.find((one) => one === event.target.value) ?? null)}
        className={LINE_INPUT}
      >
        <option value="">{t('everyReport')}</option>
        {REPORTING_CYCLES.map((one) => (
          <option key={one} value={one}>
            {due(one)}
          </option>
        ))}
      </select>
    </PlanEditor>
  )
}
