import { Prisma } from '@/prisma/generated/client'

/** The office's own tasks that went out and carry a light, as a condition on `tasks t`: what every figure of the overview counts. */
export const COUNTED = Prisma.sql`t.office_owned AND t.light IS NOT NULL AND t.status NOT IN ('draft', 'awaiting_approval', 'approved')`

/** The kept light of a row of tasks as it is counted: late completion apart (domain/tasks/overview-lights.ts). */
export const shownLightSql = (task: Prisma.Sql) =>
  Prisma.sql`(CASE WHEN ${task}.light = 'done' AND ${task}.completed_late THEN 'late' ELSE ${task}.light::text END)::"OverviewLight"`
