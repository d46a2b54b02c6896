// A program of the journeys: the office head takes in a directive of one task and dispatches it whole to a lead unit, through the commands that the
// workspace is bound to. `node --import tsx tests/give-task.ts UNIT SUBJECT DUE` prints {directive, task, title} as JSON. Needs DATABASE_URL, or
// the data folder of a database that is running. `dispatchWhole` of e2e/intake.ts does the same by hand.
import { randomUUID } from 'node:crypto'
import { applicationEnvironment } from '@/scripts/application'
import { openDatabase } from '@/scripts/database'
import { exitWith, Failure } from '@/scripts/failure'
import { loadSettings } from '@/scripts/settings'
import type { Ctx } from '@/server/context'

async function give(unit = '', subject = '', due = ''): Promise<void> {
  const [{ db }, actors, { runCommand }, accounts, intake, edit, load, draft, out, { parseTypedDate }] =
    await Promise.all([
      import('@/server/db'),
      import('@/server/org/load-actor'),
      import('@/server/run-command'),
      import('@/prisma/seed-accounts'),
      import('@/server/directives/take-in-directive'),
      import('@/server/directives/workspace/edit-decomposition'),
      import('@/server/directives/workspace/load-workspace'),
      import('@/server/directives/workspace/load-draft'),
      import('@/server/tasks/dispatch-tasks'),
      import('@/domain/calendar/typed-date'),
    ])
  const now = new Date()
  const today = now.toISOString().slice(0, 10) as `${number}-${number}-${number}`
  const head = await actors.findActorByAccount(db(), accounts.demoAccountOf('office_head'), today)
  if (!head) throw new Failure('The demo has no office head.')
  const lead = await db().unit.findFirst({ where: { code: unit }, select: { id: true } })
  if (!lead) throw new Failure(`There is no unit ${unit}.`)
  const act = <I, R>(command: (ctx: Ctx, input: I) => Promise<R>, input: I) =>
    runCommand(head.actor, command, input, { name: command.name, now: new Date(), db: db() })

  const title = `关于${subject}的通知`
  const { id, no } = await act(intake.takeInDirective, {
    source: {
      kind: 'text' as const,
      text: `${title}\n各司局、直属单位：\n一、要在规定时间内完成${subject}，并报送结果。\n二、要落实责任。\n`,
    },
    title,
    issuer: '国家民生事务部',
    docNumber: '',
    kind: 'document' as const,
    issuedOn: today,
    chair: '',
    urgency: 'none' as const,
    marking: 'internal' as const,
    secretChecked: true,
    acceptDuplicate: true,
  })

  /** The whole as one task, its lead, its date, confirmed: one act of the workspace. */
  async function decide(ctx: Ctx, taskId: string) {
    const found = await draft.loadDraft(ctx, await load.loadForWorkspace(ctx, { id }))
    const typed = parseTypedDate(due, ctx.today, ctx.calendar)
    if ('error' in typed) throw new Failure(`${due} is no date.`)
    const versions = Object.fromEntries(
      [...found.tasks, ...found.provisions].map((row) => [row.id, row.version]),
    )
    const { refusals } = await edit.editDecomposition(ctx, {
      directiveId: id,
      versions,
      act: {
        type: 'bulk',
        items: [
          { type: 'whole', newTaskId: taskId, title },
          { type: 'setLead', taskId, unitId: lead?.id ?? '', partId: randomUUID() },
          { type: 'setDue', taskId, dueOn: typed.date, basis: 'assigned', basisText: null },
          { type: 'confirm', taskIds: [taskId], provisionIds: [] },
        ],
      },
    })
    if (refusals.length > 0) throw new Failure(`The workspace refused ${JSON.stringify(refusals)}.`)
  }
  await act(decide, randomUUID())
  const { version } = await db().directive.findUniqueOrThrow({ where: { id }, select: { version: true } })
  await act(out.dispatchDirective, { directiveId: id, version })
  const task = await db().task.findFirstOrThrow({
    where: { directiveId: id, status: 'dispatched' },
    select: { no: true },
  })
  console.log(JSON.stringify({ directive: no, task: task.no, title }))
  await db().$disconnect()
}

try {
  const settings = loadSettings()
  const database = await openDatabase(settings)
  Object.assign(process.env, applicationEnvironment(settings, database))
  try {
    await give(...process.argv.slice(2))
  } finally {
    await database.stop()
  }
} catch (error) {
  exitWith(error)
}
