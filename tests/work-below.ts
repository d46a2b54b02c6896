// A program of the journey `cascade`: what many units do alike on tasks that were handed down, each act by a person of the unit through
// the command that the form is bound to. `node --import tsx tests/work-below.ts STAGE TASK,TASK UNIT,UNIT`: the units are those left out, because a
// browser does their part. Needs DATABASE_URL, or the data folder of a database that is running.
import { applicationEnvironment } from '@/scripts/application'
import { openDatabase } from '@/scripts/database'
import { exitWith, Failure } from '@/scripts/failure'
import { loadSettings } from '@/scripts/settings'
import type { Ctx } from '@/server/context'

type Part = { id: string; version: number; taskNo: number; code: string; childIds: string[] }
type Command<I, R> = (ctx: Ctx, input: I) => Promise<R>

async function run(stage = '', tasks = '', leftOut = ''): Promise<void> {
  const [{ db }, { findActorByAccount }, { runCommand }, { demoAccountOf }, reports, acts] =
    await Promise.all([
      import('@/server/db'),
      import('@/server/org/load-actor'),
      import('@/server/run-command'),
      import('@/prisma/seed-accounts'),
      loadReports(),
      loadActs(),
    ])
  const numbers = tasks.split(',').map(Number)
  const without = leftOut.split(',')
  const now = () => new Date()

  async function act<I, R>(unit: string, command: Command<I, R>, input: I): Promise<R> {
    const found = await findActorByAccount(
      db(),
      demoAccountOf('unit_head', unit),
      now().toISOString().slice(0, 10) as `${number}-${number}-${number}`,
    )
    if (!found) throw new Failure(`${unit} has no head.`)
    return runCommand(found.actor, command, input, { name: command.name, now: now(), db: db() })
  }

  async function partsOf(kind: 'bureau' | 'province' | 'county'): Promise<Part[]> {
    const rows = await db().assignment.findMany({
      where: { task: { no: { in: numbers } }, status: { not: 'replaced' }, unit: { kind } },
      orderBy: [{ task: { no: 'asc' } }, { id: 'asc' }],
      select: {
        id: true,
        version: true,
        task: { select: { no: true } },
        unit: { select: { code: true } },
        childAssignments: { select: { id: true } },
      },
    })
    return rows
      .map(({ task, unit, childAssignments, ...row }) => {
        return { ...row, taskNo: task.no, code: unit.code, childIds: childAssignments.map((one) => one.id) }
      })
      .filter((part) => !without.includes(part.code) && !without.includes(`${part.code}:${part.taskNo}`))
  }

  /** The unit says that it is done: what its own units reported is merged with its evidence; one without any cites a document. */
  async function complete({ id: assignmentId, code, taskNo, childIds }: Part): Promise<void> {
    const done = `T${taskNo}：${code} 已全部完成，建立长效机制。`
    const form = {
      kind: 'completion',
      claimedProgress: 100,
      done,
      nextStep: '',
      nextStepOn: '',
      difficulty: '',
      helpNeeded: '',
    } as const
    const draft = await act(code, reports.saveReportDraft, { assignmentId, version: null, ...form })
    if (childIds.length === 0) {
      const reference = `${code}民函〔2026〕${taskNo}号`
      await act(code, reports.attachReference, { assignmentId, reference, name: '' })
    } else {
      const from = await db().report.findMany({
        where: { assignmentId: { in: childIds }, status: { in: ['submitted', 'accepted'] } },
        select: { id: true },
      })
      await act(code, reports.mergeReportsBelow, { assignmentId, reportIds: from.map((one) => one.id) })
    }
    const { version } = await db().report.findUniqueOrThrow({ where: { id: draft.reportId } })
    await act(code, reports.submitReport, { reportId: draft.reportId, version })
  }

  /** Whoever handed it down accepts every completion that waits right below. */
  async function acceptBelow({ code, childIds }: Part): Promise<void> {
    const waiting = await db().report.findMany({
      where: { assignmentId: { in: childIds }, kind: 'completion', status: 'submitted' },
      select: { id: true, version: true },
    })
    const verdict = { decision: 'accept', verifiedProgress: 100, basis: 'document', reason: '' } as const
    for (const { id, version } of waiting)
      await act(code, reports.reviewReport, { reportId: id, version, ...verdict })
  }

  const takeOn = ({ id, version, code }: Part) =>
    act(code, acts.acknowledgeAssignment, { assignmentId: id, version })
  const STAGES: Record<string, () => Promise<void>> = {
    /** Provinces take the tasks on and give each to all their counties. */
    'provinces-hand-on': async () => {
      for (const part of await partsOf('province')) {
        await takeOn(part)
        const given = { assignmentId: part.id, version: part.version + 1, kinds: 'county' }
        await act(part.code, acts.handDownTask, acts.handDownTaskSchema.parse(given))
      }
    },
    'counties-complete': async () => {
      for (const part of await partsOf('county')) {
        await takeOn(part)
        await complete(part)
      }
    },
    'provinces-complete': async () => {
      for (const part of await partsOf('province')) {
        await acceptBelow(part)
        await complete(part)
      }
    },
    'bureaus-complete': async () => {
      for (const part of await partsOf('bureau')) {
        await acceptBelow(part)
        await complete(part)
      }
    },
    'bureaus-accept': async () => {
      for (const part of await partsOf('bureau')) await acceptBelow(part)
    },
  }
  const chosen = STAGES[stage]
  if (!chosen) throw new Failure(`Name a stage: ${Object.keys(STAGES).join(', ')}`)
  await chosen()
  await db().$disconnect()
}

async function loadReports() {
  const [draft, reference, merge, submit, review] = await Promise.all([
    import('@/server/reports/save-report-draft'),
    import('@/server/reports/attach-reference'),
    import('@/server/reports/merge-reports-below'),
    import('@/server/reports/submit-report'),
    import('@/server/reports/review-report'),
  ])
  return { ...draft, ...reference, ...merge, ...submit, ...review }
}

async function loadActs() {
  const [take, down] = await Promise.all([
    import('@/server/tasks/acknowledge-assignment'),
    import('@/server/tasks/hand-down-task'),
  ])
  return { ...take, ...down }
}

try {
  const settings = loadSettings()
  const database = await openDatabase(settings)
  Object.assign(process.env, applicationEnvironment(settings, database))
  try {
    await run(...process.argv.slice(2))
  } finally {
    await database.stop()
  }
} catch (error) {
  exitWith(error)
}
