import type { StatementContent } from '@/domain/statements/content'
import { pathSchema } from '@/domain/indicators/indicator'
import { inOrder } from '@/domain/indicators/target-path'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'

const named = { select: { name: true, nameEn: true } } satisfies { select: Prisma.PersonSelect }

/** The parts that a unit answers for: given by the office itself, neither replaced nor waived nor refused, of tasks that went out and were not ended. */
const ANSWERED_FOR: Prisma.AssignmentWhereInput = {
  parentAssignmentId: null,
  status: { notIn: ['replaced', 'waived', 'refused'] },
}
const GONE_OUT: Prisma.TaskWhereInput = {
  officeOwned: true,
  dispatchedAt: { not: null },
  status: { notIn: ['declined', 'terminated'] },
}

/** What each unit with work of a directive answers for now, by unit id; of these units alone where they are named. One query, however many. */
export async function readContents(
  ctx: Ctx,
  directiveId: string,
  unitIds?: readonly string[],
): Promise<ReadonlyMap<string, StatementContent>> {
  const rows = await ctx.tx.assignment.findMany({
    where: {
      ...ANSWERED_FOR,
      ...(unitIds ? { unitId: { in: [...unitIds] } } : {}),
      unit: { kind: { not: 'external' } },
      task: { ...GONE_OUT, directiveId },
    },
    orderBy: [{ task: { sort: 'asc' } }, { task: { no: 'asc' } }],
    select: {
      unitId: true,
      part: true,
      dueOn: true,
      unit: named,
      responsiblePerson: named,
      task: {
        select: {
          no: true,
          title: true,
          expectedResult: true,
          cycle: true,
          responsibleLeader: named,
          responsiblePerson: named,
          directive: { select: { no: true, title: true, docNumber: true, issuer: true } },
          indicators: {
            where: { droppedReason: null },
            orderBy: [{ sort: 'asc' }, { id: 'asc' }],
            select: {
              name: true,
              measure: true,
              baseline: true,
              target: true,
              path: true,
              splitByUnit: true,
            },
          },
        },
      },
    },
  })
  const contents = new Map<string, StatementContent>()
  for (const row of rows) {
    const { directive } = row.task
    const content = contents.get(row.unitId) ?? { directive, unit: row.unit, tasks: [] }
    content.tasks.push(taskOf(row))
    contents.set(row.unitId, content)
  }
  return contents
}

type Named = { name: string; nameEn: string }
type Row = {
  part: StatementContent['tasks'][number]['part']
  dueOn: Date | null
  responsiblePerson: Named | null
  task: {
    no: number
    title: string
    expectedResult: string
    cycle: StatementContent['tasks'][number]['cycle']
    responsibleLeader: Named | null
    responsiblePerson: Named | null
    indicators: {
      name: string
      measure: string
      baseline: number | null
      target: number | null
      path: unknown
      splitByUnit: boolean
    }[]
  }
}

/** Of the lead the people of the task; a part's own person comes first. What is not split by unit is the lead's figure alone. */
function taskOf({ part, dueOn, responsiblePerson, task }: Row): StatementContent['tasks'][number] {
  const lead = part === 'lead'
  return {
    no: task.no,
    title: task.title,
    part,
    expectedResult: task.expectedResult,
    dueOn: toLocalDateOrNull(dueOn),
    cycle: task.cycle,
    leader: lead ? task.responsibleLeader : null,
    person: responsiblePerson ?? (lead ? task.responsiblePerson : null),
    indicators: task.indicators
      .filter((one) => lead || one.splitByUnit)
      .map(({ name, measure, baseline, target, path }) => ({
        name,
        measure,
        baseline,
        target,
        path: inOrder(pathSchema.parse(path)),
      })),
  }
}
