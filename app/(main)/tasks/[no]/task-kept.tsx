import { IndicatorSection } from '@/components/indicators/indicator-section'
import { MilestoneSection } from '@/components/milestones/milestone-section'
import { RegisterSection } from '@/components/registers/register-section'
import { requireCtx } from '@/server/web/ctx'
import { readTaskKept } from './task-reads'

/** The sections 里程碑, 专项台账 and 指标 of a task's page, read beside the page. */
export async function TaskKept({ no }: { no: number }) {
  const ctx = await requireCtx()
  const { milestones, registers, indicators, mayPlan, mayKeepRegisters } = await readTaskKept(no)
  return (
    <>
      <MilestoneSection no={no} data={milestones} today={ctx.today} />
      <RegisterSection no={no} registers={registers} mayPlan={mayKeepRegisters} />
      <IndicatorSection no={no} indicators={indicators} mayPlan={mayPlan} />
    </>
  )
}
