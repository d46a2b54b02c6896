import type { ReportFacts } from '@/domain/permissions/policy'
import type { Prisma } from '@/prisma/generated/client'
import { taskFacts, taskFactsSelect } from '@/server/tasks/load-task'

/** What must be read of a report to know who may do what with it: for lists, where `loadReport` would be a query in a loop. */
export const reportFactsSelect = {
  status: true,
  writtenById: true,
  signedOffById: true,
  submittedById: true,
  proxies: { select: { personId: true } },
  assignment: {
    select: {
      unitId: true,
      part: true,
      unit: { select: { kind: true } },
      readers: { select: { unitId: true } },
      task: {
        select: {
          ...taskFactsSelect,
          assignments: {
            where: { part: 'lead', status: { not: 'replaced' } },
            select: { unitId: true },
          },
        },
      },
    },
  },
} satisfies Prisma.ReportSelect

type Row = Prisma.ReportGetPayload<{ select: typeof reportFactsSelect }>

/** The facts that the policy asks for, of a row read with `reportFactsSelect`. */
export function reportFactsOf(row: Row): ReportFacts {
  const { unitId, part, unit, readers, task } = row.assignment
  return {
    status: row.status,
    writtenById: row.writtenById,
    signedOffById: row.signedOffById,
    submittedById: row.submittedById,
    proxyIds: row.proxies.map((one) => one.personId),
    assignment: {
      unitId,
      part,
      external: unit.kind === 'external',
      leadUnitId: task.assignments[0]?.unitId ?? null,
      lineageUnitIds: [unitId, ...readers.map((one) => one.unitId).filter((id) => id !== unitId)],
      task: taskFacts(
        task,
        task.readers.map((one) => one.unitId),
      ),
    },
  }
}
