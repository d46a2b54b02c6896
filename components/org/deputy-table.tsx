'use client'

import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { SubmitButton } from '@/components/ui/submit-button'
import { Tag } from '@/components/ui/tag'
import type { ActionState } from '@/domain/action-state'
import type { DeputyRow } from '@/server/org/deputies/list-deputies'
import { PeriodText } from './period-text'
import { useNamed } from './use-named'

type Result = { id: string }
type Props = {
  rows: readonly DeputyRow[]
  end: (state: ActionState<Result>, payload: FormData) => Promise<ActionState<Result>>
  idempotencyKey: string
}

/** Who stands in for whom, in which role, from when to when; what is in force can be ended. */
export function DeputyTable({ rows, end, idempotencyKey }: Props) {
  const t = useTranslations('deputies')
  const roles = useTranslations('shell.roles')
  const named = useNamed()
  const [state, send] = useFormAction(end)
  const { problems } = useProblems(state)
  const columns: Column<DeputyRow>[] = [
    {
      key: 'person',
      label: t('person'),
      width: '150px',
      rowHeader: true,
      cell: ({ person }) => <b>{named(person)}</b>,
    },
    { key: 'deputy', label: t('deputy'), width: '150px', cell: ({ deputy }) => named(deputy) },
    {
      key: 'post',
      label: t('post'),
      cell: ({ role, unit }) =>
        role && unit ? t('postAt', { unit: named(unit), role: roles(role) }) : t('allPosts'),
    },
    {
      key: 'dates',
      label: t('dates'),
      width: '230px',
      cell: (row) => <PeriodText from={row.validFromOn} to={row.validToOn} />,
    },
    { key: 'reason', label: t('reason'), cell: ({ reason }) => reason },
    { key: 'state', label: t('state'), width: '110px', cell: (row) => <Tag>{t(`states.${row.state}`)}</Tag> },
    {
      key: 'end',
      label: t('end'),
      width: '120px',
      cell: (row) =>
        row.mayEnd ? (
          <form action={send}>
            <input type="hidden" name="deputyRowId" value={row.id} />
            <input type="hidden" name="version" value={row.version} />
            <input type="hidden" name="idempotencyKey" value={`${idempotencyKey}-${row.id}`} />
            <SubmitButton
              variant="default"
              size="s"
              aria-label={t('endOf', { deputy: named(row.deputy), person: named(row.person) })}
            >
              {t('end')}
            </SubmitButton>
          </form>
        ) : null,
    },
  ]
  return (
    <>
      <ErrorSummary problems={problems} />
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        minWidth="980px"
      />
    </>
  )
}
