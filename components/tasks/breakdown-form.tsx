'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { Button, ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import type { BreakdownPage } from '@/server/tasks/get-breakdown'
import { BreakdownRow, type RowState } from './breakdown-row'

type Done = ActionState<{ taskNo: number; drafts: number; sent: number; units: number }>
export type BreakdownAction = (state: Done, payload: FormData) => Promise<Done>

const AT_MOST = 20
const emptyRow = (key: number): RowState => ({ key, draft: null, lead: null, supporting: [] })

/** 分解下达: child tasks in rows; drafts by anyone who writes for the unit, dispatch by its head, in one act. */
export function BreakdownForm({
  data,
  action,
  idempotencyKey,
}: {
  data: BreakdownPage
  action: BreakdownAction
  idempotencyKey: string
}) {
  const t = useTranslations('cascade.breakdown')
  const common = useTranslations('common')
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useFormAction(action)
  const { assignment, task } = data
  const draft = useDraftKeeper({ form, record: `breakdown:${assignment.id}`, done: state.status === 'ok' })
  const { problems, conflict, errorOf } = useProblems(state)
  const next = useRef(data.drafts.length + 1)
  const [rows, setRows] = useState<readonly RowState[]>(
    data.drafts.length > 0
      ? data.drafts.map((one, key) => ({ key, draft: one, lead: one.lead, supporting: one.supporting }))
      : [emptyRow(0)],
  )
  const change = (key: number, more: Partial<RowState>) =>
    setRows((list) => list.map((row) => (row.key === key ? { ...row, ...more } : row)))
  const units = new Set(rows.flatMap((row) => [...(row.lead ? [row.lead] : []), ...row.supporting]))

  return (
    <form ref={form} action={submit} noValidate className="grid gap-4 py-4">
      {conflict ? (
        <ConflictNotice
          who={conflict.params?.by === undefined ? undefined : String(conflict.params.by)}
          resubmit={null}
          discardHref={`/tasks/T${task.no}/breakdown`}
        />
      ) : (
        <ErrorSummary problems={problems} />
      )}
      <input type="hidden" name="assignmentId" value={assignment.id} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {rows.map((row, at) => (
        <BreakdownRow
          key={row.key}
          at={at}
          row={row}
          data={data}
          errorOf={errorOf}
          onChange={(more) => change(row.key, more)}
          onRemove={rows.length > 1 ? () => setRows(rows.filter((one) => one.key !== row.key)) : null}
        />
      ))}
      <div>
        <Button
          icon={<Plus aria-hidden />}
          disabled={rows.length >= AT_MOST}
          onClick={() => setRows([...rows, emptyRow((next.current += 1))])}
        >
          {t('add')}
        </Button>
      </div>
      <DraftLine {...draft} />
      <p className="text-prose">
        {data.mayDispatch ? t('consequence', { tasks: rows.length, units: units.size }) : t('draftOnly')}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        {data.mayDispatch ? (
          <SubmitButton name="intent" value="dispatch">
            {t('dispatch', { count: rows.length })}
          </SubmitButton>
        ) : null}
        <SubmitButton name="intent" value="save" variant={data.mayDispatch ? 'default' : 'primary'}>
          {t('save')}
        </SubmitButton>
        <ButtonLink href={`/tasks/T${task.no}`} variant="quiet">
          {common('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
