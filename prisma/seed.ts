// The demo: a ministry that does not exist, with four directives at different stages, played through the real commands.
import type { Ctx } from '@/server/context'
import { recordAudit } from '@/server/audit/record-audit'
import { sealEntries } from '@/server/audit/seal-entries'
import { db as appDb, type Db } from '@/server/db'
import { loadRules, todayIn } from '@/server/load-rules'
import { rebuildUnitSuggestions } from '@/server/jobs/rebuild-unit-suggestions'
import { importCalendar } from '@/server/org/import-calendar'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'
import { refreshDueLights } from '@/server/tasks/refresh-task'
import { directiveActs } from './demo-acts'
import { accountAt, castOf } from './demo-cast'
import { demoDates } from './demo-dates'
import { bulletinActs } from './demo-bulletins'
import { keptActs } from './demo-kept-acts'
import { statementActs } from './demo-statement-acts'
import { need, play, type Stage } from './demo-stage'
import { CLOSED } from './demo-story-closed'
import { MINUTES } from './demo-story-minutes'
import { NOTICE } from './demo-story-notice'
import { ORDER } from './demo-story-order'
import { DEMO_REGIONS } from './demo-regions'
import { DEMO_UNITS, OFFICE } from './demo-units'
import { seedOrganisation, type SeededOrganisation } from './seed-org'

const STORIES = [CLOSED, MINUTES, NOTICE, ORDER]

/**
 * Fills the demo in, with dates counted from `now`. Does nothing where it was done; one that was killed half-way is completed, on the
 * calendar of the day on which it began.
 */
export async function seedDemo(db: Db = appDb(), now: Date = new Date()): Promise<void> {
  await importCalendar(db)
  const organisation = await seedOrganisation(db)
  if (await isDone(db, organisation)) return
  const begun = await beginning(db, now)
  const { settings, calendar } = await loadRules(db, begun, null)
  const dates = demoDates(begun, settings, calendar)
  const stage = stageOf(db, dates, organisation)
  const acts = [
    ...STORIES.flatMap((story) => directiveActs(story, stage)),
    ...keptActs(stage),
    ...bulletinActs(stage),
    ...statementActs(stage),
  ]
  await play(stage, acts, castOf(db, todayIn(settings, begun)))
  await runCommand(systemActor('seed-demo'), finish, organisation, { name: 'seed-demo', now, db })
  await rebuildUnitSuggestions({ db, now })
  while ((await sealEntries(db, now)) > 0);
}

function stageOf(db: Db, dates: Stage['dates'], organisation: SeededOrganisation): Stage {
  const names = new Map([...DEMO_UNITS, ...DEMO_REGIONS].map(({ code, name }) => [code, name]))
  return {
    db,
    dates,
    unitId: (code) => need(organisation.unitIds, code),
    personId: (account) => need(organisation.personIds, account),
    unitName: (code) => need(names, code),
    directives: new Map(),
    tasks: new Map(),
  }
}

/** The instant at which the seeding began: that of the first run, kept as the receipt of an act of its own. */
async function beginning(db: Db, now: Date): Promise<Date> {
  const { settings } = await loadRules(db, now, null)
  const actor = await castOf(db, todayIn(settings, now))(accountAt(OFFICE, 'office_head'))
  const meta = { name: 'seed-demo', idempotencyKey: 'begin', now, db }
  return new Date(await runCommand(actor, async (ctx) => ctx.now.toISOString(), undefined, meta))
}

async function isDone(db: Db, { unitIds }: SeededOrganisation): Promise<boolean> {
  const entityId = need(unitIds, OFFICE)
  return (await db.auditEntry.count({ where: { event: 'database.seeded', entityId } })) > 0
}

/** Turns the lights that the days since have changed, and notes in the record that all this is made up. */
async function finish(ctx: Ctx, { unitIds }: SeededOrganisation): Promise<void> {
  await refreshDueLights(ctx, 10_000)
  await recordAudit(ctx, {
    as: null,
    event: 'database.seeded',
    entity: 'database',
    entityId: need(unitIds, OFFICE),
    after: { directives: STORIES.length, people: await ctx.tx.person.count() },
  })
}
