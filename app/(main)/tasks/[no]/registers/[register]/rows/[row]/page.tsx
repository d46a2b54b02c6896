import type { Metadata } from 'next'
import { PutRightForm, RowForm, WithdrawRowForm } from '@/components/registers/row-form'
import { RowView } from '@/components/registers/row-view'
import { ClientMessages } from '@/components/shared/client-messages'
import { getRow } from '@/server/registers/get-register'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { plainNoOf, taskNoOf } from '../../../../task-no'
import { changeRowAction, putRowRightAction, withdrawRowAction } from '../../../actions'

type Props = {
  params: Promise<{ no: string; register: string; row: string }>
  searchParams: Promise<{ act?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { no, register, row } = await params
  return { title: `T${taskNoOf(no)}-${plainNoOf(register)}-${plainNoOf(row)}` }
}

export default async function RowPage({ params, searchParams }: Props) {
  const [ctx, address, { act }] = await Promise.all([requireCtx(), params, searchParams])
  const key = { taskNo: taskNoOf(address.no), no: plainNoOf(address.register) }
  const data = await orNotFound(getRow(ctx, key, plainNoOf(address.row), ctx.locale))
  const { row, columns, unitNames, unitChoices } = data
  const form = {
    row,
    zone: ctx.settings.zone,
    idempotencyKey: crypto.randomUUID(),
    cancelHref: `/tasks/T${key.taskNo}/registers/${key.no}/rows/${row.no}`,
  }
  const panel = !data.mayFill ? null : act === 'change' ? (
    <RowForm {...form} {...{ columns, unitNames, unitChoices, action: changeRowAction }} />
  ) : act === 'right' && data.tracked && row.state === 'open' ? (
    <PutRightForm {...form} action={putRowRightAction} />
  ) : act === 'withdraw' ? (
    <WithdrawRowForm {...form} action={withdrawRowAction} />
  ) : null
  return (
    <RowView
      data={data}
      today={ctx.today}
      panel={panel ? <ClientMessages namespaces={['registers']}>{panel}</ClientMessages> : null}
    />
  )
}
