'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { ConfirmPanel } from '@/components/shared/confirm-panel'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { DateText } from '@/components/shared/date-text'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import { FieldError } from '@/components/shared/field-error'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox, type Choice } from '@/components/ui/combobox'
import { DateField } from '@/components/ui/date-field'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { ActionState } from '@/domain/action-state'
import type { UnitKind } from '@/domain/org/unit'
import type { HandDownPage } from '@/server/tasks/get-hand-down'
import { HandDownTree } from './hand-down-tree'

type Handed = ActionState<{ taskNo: number }>
export type HandDownAction = (state: Handed, payload: FormData) => Promise<Handed>

type Props = { data: HandDownPage; action: HandDownAction; idempotencyKey: string }
const NAMED_KINDS = ['province', 'city', 'county', 'bureau', 'affiliated'] as const

/** 整项下达: to whom (all of a kind with one tick, by name, or one by one with weights), by when, with what words; the number is said before it goes. */
export function HandDownForm({ data, action, idempotencyKey }: Props) {
  const t = useTranslations('cascade.down')
  const all = useTranslations('cascade.allOf')
  const common = useTranslations('common')
  const english = useLocale() === 'en'
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useFormAction(action)
  const { assignment, units, task } = data
  const draft = useDraftKeeper({ form, record: `hand-down:${assignment.id}`, done: state.status === 'ok' })
  const { problems, conflict, errorOf, kept } = useProblems(state)
  const [kinds, setKinds] = useState<readonly UnitKind[]>([])
  const [picked, setPicked] = useState<readonly string[]>([])
  const choices = units.map(
    (unit): Choice => ({
      id: unit.id,
      label: english ? unit.nameEn : unit.name,
      description: (unit.above && (english ? unit.above.nameEn : unit.above.name)) || undefined,
      keywords: unit.keys,
    }),
  )
  const chosen = new Set(
    units.filter((unit) => kinds.includes(unit.kind) || picked.includes(unit.id)).map((unit) => unit.id),
  )
  const own = assignment.dueOn
  const error = errorOf('unitIds')
  const kindsOffered = data.kinds.flatMap(({ kind, count }) => {
    const named = NAMED_KINDS.find((one) => one === kind)
    return named ? [{ kind: named, count }] : []
  })

  return (
    <form ref={form} action={submit} noValidate className="py-4">
      {conflict ? (
        <div className="mb-4">
          <ConflictNotice
            who={conflict.params?.by === undefined ? undefined : String(conflict.params.by)}
            yours={kept('note')}
            resubmit={<SubmitButton variant="default">{common('conflict.resubmit')}</SubmitButton>}
            discardHref={`/tasks/T${task.no}`}
          />
        </div>
      ) : (
        <ErrorSummary problems={problems} />
      )}
      <input type="hidden" name="assignmentId" value={assignment.id} />
      <input type="hidden" name="version" value={conflict?.params?.version ?? assignment.version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {kinds.map((kind) => (
        <input key={kind} type="hidden" name="kinds" value={kind} />
      ))}
      <ConfirmPanel
        title={t('title', { no: task.no })}
        consequence={
          chosen.size > 0
            ? t.rich('consequence', {
                count: chosen.size,
                date: () => <DateText on={data.acknowledgeDueOn} look="prose" />,
              })
            : t('consequenceNone')
        }
        cancelHref={`/tasks/T${task.no}`}
        cancelLabel={common('cancel')}
        submit={<SubmitButton>{t('submit', { count: chosen.size })}</SubmitButton>}
      >
        <fieldset id="unitIds" tabIndex={-1} className="grid gap-2">
          <legend className="mb-1 font-semibold">{t('to')}</legend>
          <FieldError field="unitIds">{error}</FieldError>
          <div className="flex flex-wrap gap-x-6 gap-y-1">
            {kindsOffered.map(({ kind, count }) => (
              <Checkbox
                key={kind}
                label={all(kind, { count })}
                checked={kinds.includes(kind)}
                onChange={(event) =>
                  setKinds(event.target.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))
                }
              />
            ))}
          </div>
          <Combobox
            multiple
            name="unitIds"
            label={t('single')}
            hint={t('singleHint')}
            items={choices}
            value={choices.filter((choice) => picked.includes(choice.id))}
            onChange={(next) => setPicked(next.map((choice) => choice.id))}
          />
          <Disclosure summary={t('tree', { count: units.length })}>
            <HandDownTree
              units={units}
              chosen={chosen}
              fixed={(unit) => kinds.includes(unit.kind)}
              onPick={(id, on) => setPicked(on ? [...picked, id] : picked.filter((one) => one !== id))}
            />
          </Disclosure>
          {data.already > 0 ? (
            <p className="text-note text-muted">{t('already', { count: data.already })}</p>
          ) : null}
        </fieldset>
        <DateField
          name="dueOn"
          label={t('due')}
          hint={own ? t('dueHint', { own }) : t('dueHintFree')}
          defaultValue={kept('dueOn') ?? own ?? ''}
          max={own ?? undefined}
          error={errorOf('dueOn')}
        />
        <TextArea
          name="note"
          label={t('note')}
          rows={3}
          defaultValue={kept('note')}
          error={errorOf('note')}
        />
        <DraftLine {...draft} />
      </ConfirmPanel>
    </form>
  )
}
