import { z } from 'zod'
import { invalid } from '@/domain/errors'
import {
  UNIT_CHANGE_KINDS,
  unitChangeObstacle,
  unitPlanSchema,
  type UnitPlan,
} from '@/domain/org/unit-change'
import { OPEN_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { dayField, reasonField } from '@/server/org/form-fields'
import { notOverBy } from '@/server/org/in-effect'
import { assertNoDueConflict } from '@/server/org/unit-change/due-conflict'
import { loadUnits } from '@/server/org/unit-change/load-units'
import { openPartsOf } from '@/server/org/unit-change/open-parts'

const list = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : [value].flat().filter((one) => one !== '')),
  z.array(z.string().max(100)).max(2_000),
)
const text = z.string().trim().max(100).default('')

/** The form of a change as it is typed: units as lists of ids, what was chosen for a record as `record=heir`. */
const formSchema = z.object({
  kind: z.enum(UNIT_CHANGE_KINDS),
  fromIds: list,
  toIds: list,
  parentId: text,
  name: text,
  shortName: text,
  nameEn: text,
  shortNameEn: text,
  effectiveOn: dayField,
  choices: list,
})

/** The form read into units, plan and day; codes of what is missing. */
export const checkUnitChangeSchema = formSchema.transform((form, refine) => {
  const { kind, fromIds, toIds, parentId, effectiveOn, choices } = form
  const { name, shortName, nameEn, shortNameEn } = form
  const names =
    kind === 'rename'
      ? { name, shortName: shortName || name, nameEn, shortNameEn: shortNameEn || nameEn }
      : undefined
  const heirs = Object.fromEntries(choices.map((choice) => choice.split('=')))
  const [fallbackId] = toIds
  const plan = unitPlanSchema.safeParse({
    names,
    parentId: kind === 'move' && parentId ? parentId : undefined,
    fallbackId: kind === 'merge' || kind === 'split' ? fallbackId : undefined,
    choices: kind === 'split' ? heirs : {},
  })
  if (!plan.success) {
    for (const { path, message } of plan.error.issues)
      refine.addIssue({ code: 'custom', path: [path.at(-1) ?? 'name'], message })
    return z.NEVER
  }
  return { kind, fromIds, toIds, effectiveOn, plan: plan.data }
})
type Checked = z.output<typeof checkUnitChangeSchema>

/** The form with why: what `proposeUnitChange` takes. */
export const unitChangeFormSchema = z
  .object({ reason: reasonField })
  .loose()
  .transform(({ reason, ...form }, refine) => {
    const read = checkUnitChangeSchema.safeParse(form)
    if (read.success) return { ...read.data, reason }
    for (const issue of read.error.issues)
      refine.addIssue({ code: 'custom', path: issue.path, message: issue.message })
    return z.NEVER
  })

/** What the rules have against the change; throws invalid and refused as the proposal does. Returns the units. */
export async function assertProposable(ctx: Ctx, { kind, fromIds, toIds, effectiveOn, plan }: Checked) {
  if (effectiveOn < ctx.today) throw invalid([{ path: 'effectiveOn', code: 'unit_change.date_past' }])
  if (fromIds.length === 0) throw invalid([{ path: 'fromIds', code: 'unit_change.unit_missing' }])
  const from = await loadUnits(ctx, fromIds)
  const to = await loadUnits(ctx, toIds)
  const [parent] = await loadUnits(ctx, plan.parentId ? [plan.parentId] : [])
  if (from.length + to.length < fromIds.length + toIds.length) failRefused('unit_change.unit_missing')
  const obstacle = unitChangeObstacle({ kind, from, to, parent: parent ?? null, plan, effectiveOn })
  if (obstacle) failRefused(obstacle)
  await assertNoDueConflict(ctx, fromIds, plan)
  return { from, to, parent: parent ?? null }
}

type Named = { name: string; nameEn: string }
/** A record that somebody inherits; of tasks the number alone, for administrators see no business. */
export type Inherited =
  | { id: string; kind: 'assignment'; no: number; part: 'lead' | 'supporting' | 'local' }
  | { id: string; kind: 'task'; no: number }
  | { id: string; kind: 'role'; person: Named; role: string }
  | { id: string; kind: 'unit'; unit: Named }

/** What a change would hand over, in numbers and, where there is a choice, record by record. Throws as the proposal does. */
export async function checkUnitChange(ctx: Ctx, input: Checked) {
  assertMay(ctx.actor, 'org.manage')
  const { from, to, parent } = await assertProposable(ctx, input)
  const records = input.kind === 'merge' || input.kind === 'split' ? await inherited(ctx, input.fromIds) : []
  const of = (kind: Inherited['kind']) => records.filter((one) => one.kind === kind).length
  const named = (units: readonly Named[]) => units.map(({ name, nameEn }) => ({ name, nameEn }))
  return {
    from: named(from),
    to: to.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
    parent: parent ? { name: parent.name, nameEn: parent.nameEn } : null,
    names: input.plan.names ?? null,
    counts: { assignment: of('assignment'), task: of('task'), role: of('role'), unit: of('unit') },
    records: input.kind === 'split' ? records : [],
    typed: { effectiveOn: input.effectiveOn, ...namesOf(input.plan) },
  }
}
/** What `checkUnitChange` shows. */
export type UnitChangeCheck = Awaited<ReturnType<typeof checkUnitChange>>

const namesOf = ({ names }: UnitPlan): Record<string, string> => names ?? {}

async function inherited(ctx: Ctx, fromIds: readonly string[]): Promise<Inherited[]> {
  const unitId = { in: [...fromIds] }
  const [parts, owned, grants, children] = await Promise.all([
    openPartsOf(ctx, fromIds),
    ctx.tx.task.findMany({
      where: { ownerUnitId: unitId, status: { in: [...OPEN_TASK_STATUSES] } },
      orderBy: { no: 'asc' },
      select: { id: true, no: true },
    }),
    ctx.tx.roleGrant.findMany({
      where: { unitId, person: { status: 'active' }, ...notOverBy(ctx.today) },
      orderBy: { person: { account: 'asc' } },
      select: { id: true, role: true, person: { select: { name: true, nameEn: true } } },
    }),
    ctx.tx.unit.findMany({
      where: { parentId: unitId, ...notOverBy(ctx.today) },
      orderBy: { sort: 'asc' },
      select: { id: true, name: true, nameEn: true },
    }),
  ])
  return [
    ...parts.map(({ id, taskNo, part }) => ({ id, kind: 'assignment' as const, no: taskNo, part })),
    ...owned.map(({ id, no }) => ({ id, kind: 'task' as const, no })),
    ...grants.map(({ id, role, person }) => ({ id, kind: 'role' as const, role, person })),
    ...children.map(({ id, ...unit }) => ({ id, kind: 'unit' as const, unit })),
  ]
}
