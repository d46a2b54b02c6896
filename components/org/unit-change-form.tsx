'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Choice } from '@/components/ui/use-choices'
import { Select } from '@/components/ui/select'
import type { ActionState } from '@/domain/action-state'
import type { UnitChangeKind } from '@/domain/org/unit-change'
import type { Inherited, UnitChangeCheck } from '@/server/org/unit-change/check-unit-change'
import { reasonField } from './admin-grant-fields'
import { CheckedForm } from './checked-form'
import { changeFields } from './unit-change-fields'
import { useNamed } from './use-named'

type Act<R> = (state: ActionState<R>, payload: FormData) => Promise<ActionState<R>>
type Props = {
  kind: UnitChangeKind
  unit: Choice | null
  check: Act<UnitChangeCheck>
  save: Act<{ no: number }>
  search: (query: string) => Promise<readonly Choice[]>
  today: string
  idempotencyKey: string
  zone: string
}

const COUNTED = ['assignment', 'task', 'role', 'unit'] as const

/** Proposes a change of units: first what it hands over is shown, in a split with a choice for each item; then why. */
export function UnitChangeForm({ kind, unit, check, save, search, today, idempotencyKey, zone }: Props) {
  const t = useTranslations('unit_changes')
  const admin = useTranslations('admin')
  return (
    <>
      <p className="max-w-[680px] pt-3 text-muted">{t(`kindHints.${kind}`)}</p>
      <CheckedForm
        check={check}
        save={save}
        fields={changeFields(t, kind, search, unit, today)}
        then={[reasonField(admin)]}
        hidden={{ kind }}
        typed={({ typed }) => typed}
        effect={(checked) => ({ ready: true, node: <Effect checked={checked} /> })}
        labels={{ look: t('look'), save: t('save', { kind: t(`kinds.${kind}`) }) }}
        cancelHref="/admin/changes"
        {...{ idempotencyKey, zone }}
      />
    </>
  )
}

function Effect({ checked }: { checked: UnitChangeCheck }) {
  const t = useTranslations('unit_changes')
  const counted = COUNTED.filter((one) => checked.counts[one] > 0)
  return (
    <>
      <div>
        <h2 className="text-section">{t('effectTitle')}</h2>
        {counted.length === 0 ? <p>{t('effectNone')}</p> : null}
        <ul className="list-disc ps-5">
          {counted.map((one) => (
            <li key={one}>{t(`counts.${one}`, { count: checked.counts[one] })}</li>
          ))}
        </ul>
        {checked.to.length > 0 ? <p className="text-muted">{t('effectText')}</p> : null}
      </div>
      {checked.records.length > 0 ? <Heirs records={checked.records} heirs={checked.to} /> : null}
    </>
  )
}

/** Who inherits each item; the first successor where nothing else is chosen. Kept here, so that no answer of the form takes it away. */
function Heirs({ records, heirs }: { records: readonly Inherited[]; heirs: UnitChangeCheck['to'] }) {
  const t = useTranslations('unit_changes')
  const roles = useTranslations('shell.roles')
  const named = useNamed()
  const first = heirs[0]?.id ?? ''
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const wordsOf = (record: Inherited): string => {
    if (record.kind === 'assignment') return t('record.assignment', record)
    if (record.kind === 'task') return t('record.task', { no: record.no })
    if (record.kind === 'role')
      return t('record.role', { person: named(record.person), role: roles(record.role) })
    return t('record.unit', { unit: named(record.unit) })
  }
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{t('choices')}</legend>
      <ul className="grid gap-2">
        {records.map((record) => (
          <li key={record.id} className="grid items-end gap-x-4 sm:grid-cols-2">
            <span className="py-1">{wordsOf(record)}</span>
            <Select
              name="choices"
              id={`heir-${record.id}`}
              label={`${t('heir')} ${wordsOf(record)}`}
              hideLabel
              options={heirs.map((heir) => ({ value: `${record.id}=${heir.id}`, label: named(heir) }))}
              value={chosen[record.id] ?? `${record.id}=${first}`}
              onChange={(event) => setChosen({ ...chosen, [record.id]: event.target.value })}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
