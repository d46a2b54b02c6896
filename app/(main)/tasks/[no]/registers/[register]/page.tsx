import type { Metadata } from 'next'
import { EditRegisterForm } from '@/components/registers/edit-register-form'
import { RegisterView } from '@/components/registers/register-view'
import { RowForm } from '@/components/registers/row-form'
import { ClientMessages } from '@/components/shared/client-messages'
import { parseRowFilter, rowQuery } from '@/domain/registers/row-filter'
import { getRegister } from '@/server/registers/get-register'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { ExportLists } from '../../../../exports/export-lists'
import { plainNoOf, taskNoOf } from '../../task-no'
import { addRowAction, editRegisterAction } from '../actions'

type Props = {
  params: Promise<{ no: string; register: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { no, register } = await params
  return { title: `T${taskNoOf(no)}-${plainNoOf(register)}` }
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const [ctx, address, query] = await Promise.all([requireCtx(), params, searchParams])
  const filter = parseRowFilter(query)
  const key = { taskNo: taskNoOf(address.no), no: plainNoOf(address.register) }
  const data = await orNotFound(getRegister(ctx, key, filter, ctx.locale))
  const form = {
    zone: ctx.settings.zone,
    idempotencyKey: crypto.randomUUID(),
    cancelHref: `/tasks/T${key.taskNo}/registers/${key.no}`,
  }
  const { columns, unitNames, unitChoices } = data
  const panel =
    query.add && data.mine.length > 0 ? (
      <RowForm
        {...form}
        {...{ columns, unitNames, unitChoices, action: addRowAction }}
        registerId={data.id}
        parts={data.mine}
      />
    ) : query.edit && data.mayPlan ? (
      <EditRegisterForm {...form} data={data} action={editRegisterAction} />
    ) : null
  return (
    <RegisterView
      data={data}
      filter={filter}
      today={ctx.today}
      exports={
        <ExportLists kinds={['register']} query={`register=${data.id}&${rowQuery(filter).slice(1)}`} />
      }
      panel={panel ? <ClientMessages namespaces={['registers']}>{panel}</ClientMessages> : null}
    />
  )
}
