import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MILESTONE_ACTS } from '@/components/milestones/milestone-acts'
import { AddMilestoneForm, MilestoneActForm } from '@/components/milestones/milestone-forms'
import { MilestonePage } from '@/components/milestones/milestone-page'
import { ClientMessages } from '@/components/shared/client-messages'
import { listMilestones } from '@/server/milestones/list-milestones'
import { findReadableTask } from '@/server/tasks/get-task'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { taskNoOf } from '../task-no'
import { MILESTONE_ACTIONS } from './act-actions'
import { addMilestoneAction } from './actions'

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<{ act?: string | string[]; of?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('milestones')
  return { title: t('pageTitle', { no: taskNoOf((await params).no) }) }
}

export default async function MilestonesPage({ params, searchParams }: Props) {
  const [ctx, { no }, query] = await Promise.all([requireCtx(), params, searchParams])
  const task = await orNotFound(findReadableTask(ctx, taskNoOf(no)))
  const data = await listMilestones(ctx, task)
  const act = MILESTONE_ACTS.find((one) => one === query.act)
  const of = data.rows.find((row) => row.id === query.of)
  const may = act === 'done' || act === 'undone' ? data.acts.mark : data.acts.redate
  const form = {
    zone: ctx.settings.zone,
    idempotencyKey: crypto.randomUUID(),
    cancelHref: `/tasks/T${task.no}/milestones`,
  }
  const panel =
    act && of && may ? (
      <MilestoneActForm key={of.id} {...form} act={act} milestone={of} action={MILESTONE_ACTIONS[act]} />
    ) : query.act === 'add' && data.acts.add ? (
      <AddMilestoneForm {...form} taskId={task.id} action={addMilestoneAction} />
    ) : null
  return (
    <MilestonePage
      task={{ no: task.no, title: task.title }}
      data={data}
      today={ctx.today}
      panel={panel ? <ClientMessages namespaces={['milestones', 'date']}>{panel}</ClientMessages> : null}
    />
  )
}
