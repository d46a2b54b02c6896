'use client'

import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { ActionState } from '@/domain/action-state'
import type { StudyList, StudyOfUnit } from '@/server/study/list-study'

type OnDirective = { directiveNo: number }
type Action = (state: ActionState<OnDirective>, payload: FormData) => Promise<ActionState<OnDirective>>
export type StudyActions = { require: Action; name: Action; confirm: Action; record: Action }

type Of = { directiveId: string; idempotencyKey: string; action: Action }
type OfUnit = Of & { one: StudyOfUnit }

function useStudyForm(action: Action) {
  const [state, submit] = useFormAction(action)
  return { state, submit, ...useProblems(state) }
}

function Hidden({ values }: { values: Record<string, string | number> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

function Problems({ of, unitId }: { of: ReturnType<typeof useStudyForm>; unitId?: string }) {
  const { problems } = of
  if (problems.length === 0) return null
  return (
    <ErrorSummary
      problems={problems.map((one) => ({
        ...one,
        field: one.field && unitId ? `${one.field}-${unitId}` : one.field,
      }))}
    />
  )
}

/** The office asks units that received the directive. */
export function RequireStudy({
  directiveId,
  idempotencyKey,
  action,
  choices,
}: Of & Pick<StudyList, 'choices'>) {
  const t = useTranslations('study')
  const { nameOf } = useTaskWords()
  const form = useStudyForm(action)
  return (
    <form action={form.submit} className="grid gap-2 py-2">
      <Problems of={form} />
      <Hidden values={{ directiveId, idempotencyKey }} />
      <fieldset>
        <legend className="mb-1 font-semibold">{t('units')}</legend>
        <div className="grid gap-1 sm:grid-cols-2">
          {choices.map((one) => (
            <Checkbox key={one.id} name="unitIds[]" value={one.id} label={nameOf(one)} defaultChecked />
          ))}
        </div>
      </fieldset>
      <SubmitButton className="justify-self-start">{t('requireSubmit')}</SubmitButton>
    </form>
  )
}

/** 已阅: one button, no timing. */
export function ConfirmReading({ directiveId, idempotencyKey, action, one }: OfUnit) {
  const t = useTranslations('study')
  const { nameOf } = useTaskWords()
  const form = useStudyForm(action)
  return (
    <form action={form.submit} className="flex flex-wrap items-center gap-3 print:hidden">
      <Problems of={form} />
      <Hidden values={{ directiveId, unitId: one.unitId, idempotencyKey }} />
      <SubmitButton>{t('confirm')}</SubmitButton>
      <span className="text-note text-muted">{t('confirmNote', { unit: nameOf(one.unit) })}</span>
    </form>
  )
}

function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="print:hidden">
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-link max-md:min-h-11">
        {title}
      </summary>
      {children}
    </details>
  )
}

/** The unit's head says who reads: everyone, or some. */
export function NameReaders({ directiveId, idempotencyKey, action, one }: OfUnit) {
  const t = useTranslations('study')
  const { nameOf } = useTaskWords()
  const form = useStudyForm(action)
  return (
    <Fold title={t('nameTitle')} open={!one.named}>
      <form action={form.submit} className="grid gap-2 py-2">
        <Problems of={form} />
        <Hidden values={{ directiveId, unitId: one.unitId, version: one.version, idempotencyKey }} />
        <Checkbox
          name="everyone"
          label={t('everyone', { count: one.people.length })}
          defaultChecked={!one.named}
        />
        <fieldset>
          <legend className="mb-1 text-muted">{t('people')}</legend>
          <div className="flex flex-wrap gap-x-4">
            {one.people.map((person) => (
              <Checkbox
                key={person.id}
                name="personIds[]"
                value={person.id}
                label={nameOf(person)}
                defaultChecked={one.readers.some((reader) => reader.id === person.id)}
              />
            ))}
          </div>
        </fieldset>
        <SubmitButton variant="default" className="justify-self-start">
          {t('nameSubmit')}
        </SubmitButton>
      </form>
    </Fold>
  )
}

/** The unit's record of its meeting, or its correction. */
export function RecordStudy({ directiveId, idempotencyKey, action, one, today }: OfUnit & { today: string }) {
  const t = useTranslations('study')
  const element = useRef<HTMLFormElement>(null)
  const form = useStudyForm(action)
  const { errorOf, kept } = form
  useDraftKeeper({
    form: element,
    record: `study:${directiveId}:${one.unitId}`,
    done: form.state.status === 'ok',
  })
  const id = (field: string) => `${field}-${one.unitId}`
  return (
    <Fold title={t(one.recordedBy ? 'editTitle' : 'recordTitle')} open={form.problems.length > 0}>
      <form ref={element} action={form.submit} noValidate className="grid max-w-[640px] gap-2 py-2">
        <Problems of={form} unitId={one.unitId} />
        <Hidden values={{ directiveId, unitId: one.unitId, version: one.version, idempotencyKey }} />
        <TextField
          name="studiedOn"
          id={id('studiedOn')}
          label={t('on')}
          defaultValue={kept('studiedOn') ?? one.studiedOn ?? today}
          error={errorOf('studiedOn')}
          inputClassName="max-w-48"
        />
        <TextField
          name="attendance"
          id={id('attendance')}
          label={t('attendance')}
          defaultValue={kept('attendance') ?? one.attendance}
          error={errorOf('attendance')}
        />
        <TextArea
          name="record"
          id={id('record')}
          label={t('record')}
          hint={t('recordHint')}
          rows={3}
          maxLength={300}
          defaultValue={kept('record') ?? one.record}
          error={errorOf('record')}
        />
        <SubmitButton variant="default" className="justify-self-start">
          {t('recordSubmit')}
        </SubmitButton>
      </form>
    </Fold>
  )
}
