import { z } from 'zod'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { AssignmentPart } from '@/domain/tasks/assignment-lifecycle'
import { isInEffect, unitSchema, type UnitKind } from './unit'
import { mayHangBelow } from './unit-tree'

/** What may be done to units: another name, another place, several into one, one into several. */
export const UNIT_CHANGE_KINDS = ['rename', 'move', 'merge', 'split'] as const
/** One of `UNIT_CHANGE_KINDS`. */
export type UnitChangeKind = (typeof UNIT_CHANGE_KINDS)[number]

/** Proposed and confirmed changes are open; a confirmed one takes effect on its day. */
export const UNIT_CHANGE_STATUSES = ['proposed', 'confirmed', 'done', 'refused', 'withdrawn'] as const
/** One of `UNIT_CHANGE_STATUSES`. */
export type UnitChangeStatus = (typeof UNIT_CHANGE_STATUSES)[number]

const TABLE: {
  readonly [S in UnitChangeStatus]: Readonly<
    Partial<Record<'confirm' | 'refuse' | 'withdraw' | 'effect', UnitChangeStatus>>
  >
} = {
  proposed: { confirm: 'confirmed', refuse: 'refused', withdraw: 'withdrawn' },
  confirmed: { withdraw: 'withdrawn', effect: 'done' },
  done: {},
  refused: {},
  withdrawn: {},
}

/** Where an event leads, or null for a refusal. */
export function nextUnitChangeStatus(
  status: UnitChangeStatus,
  event: 'confirm' | 'refuse' | 'withdraw' | 'effect',
): UnitChangeStatus | null {
  return TABLE[status][event] ?? null
}

const { name, shortName, nameEn, shortNameEn } = unitSchema.shape

/** What was decided besides kind, units and day. `choices`: who inherits a record (by its id); all else goes to `fallbackId`. */
export const unitPlanSchema = z.object({
  names: z.object({ name, shortName, nameEn, shortNameEn }).optional(),
  parentId: z.uuid().optional(),
  fallbackId: z.uuid().optional(),
  choices: z.record(z.uuid(), z.uuid()).default({}),
})
/** The plan of a change. */
export type UnitPlan = z.output<typeof unitPlanSchema>

/** Who inherits the record: the successor chosen for it, else the one for all. */
export function heirOf(plan: UnitPlan, recordId: string): string {
  const heir = plan.choices[recordId] ?? plan.fallbackId
  if (!heir) throw new Error('a plan of a merger or a split names who inherits')
  return heir
}

/** A unit as the rules of a change see it. */
export type ChangedUnit = {
  id: string
  kind: UnitKind
  parentId: string | null
  path: readonly string[]
  validFromOn: LocalDate
  validToOn: LocalDate | null
  /** The administrators' own unit, which is never merged, split or moved. */
  administration: boolean
}

const MERGEABLE: readonly (readonly UnitKind[])[] = [
  ['bureau', 'affiliated'],
  ['province'],
  ['city'],
  ['county'],
  ['external'],
]

type Asked = {
  kind: UnitChangeKind
  from: readonly ChangedUnit[]
  to: readonly ChangedUnit[]
  parent: ChangedUnit | null
  plan: UnitPlan
  effectiveOn: LocalDate
}

/** Why a change cannot be made, as a code; null where it can. Asked when it is proposed and again when it takes effect. */
export function unitChangeObstacle(asked: Asked): string | null {
  const { kind, from, to, effectiveOn } = asked
  if (from.length === 0) return 'unit_change.unit_missing'
  if (from.some((unit) => unit.administration)) return 'unit_change.kind_unfit'
  if ([...from, ...to].some((unit) => !isInEffect(unit, effectiveOn))) return 'unit_change.not_in_effect'
  if (kind === 'rename') return asked.plan.names ? null : 'unit_change.names_missing'
  if (kind === 'move') return moveObstacle(asked)
  return inheritanceObstacle(asked)
}

function moveObstacle({ from, parent, effectiveOn }: Asked): string | null {
  const [unit] = from
  if (!unit || !parent) return 'unit_change.parent_missing'
  if (unit.parentId === parent.id) return 'unit_change.same_parent'
  if (parent.path.includes(unit.id)) return 'unit_change.below_itself'
  if (!isInEffect(parent, effectiveOn)) return 'unit_change.not_in_effect'
  return mayHangBelow(unit.kind, parent.kind) ? null : 'unit_change.parent_unfit'
}

function inheritanceObstacle({ kind, from, to, plan }: Asked): string | null {
  const fromIds = from.map(({ id }) => id)
  const toIds = to.map(({ id }) => id)
  if (kind === 'merge' && toIds.length !== 1) return 'unit_change.successor_missing'
  if (kind === 'split' && (fromIds.length !== 1 || toIds.length < 2)) return 'unit_change.split_needs_two'
  if (toIds.some((id) => fromIds.includes(id))) return 'unit_change.merge_needs_other'
  const family = MERGEABLE.find((kinds) => from.every((unit) => kinds.includes(unit.kind)))
  if (!family || !to.every((unit) => family.includes(unit.kind))) return 'unit_change.kind_unfit'
  if (to.some((unit) => unit.path.some((id) => fromIds.includes(id)))) return 'unit_change.successor_below'
  const heirs = [plan.fallbackId, ...Object.values(plan.choices)]
  return heirs.every((id) => id !== undefined && toIds.includes(id)) ? null : 'unit_change.heir_unfit'
}

const STRENGTH: Readonly<Record<AssignmentPart, number>> = { lead: 0, supporting: 1, local: 2 }

/** Of two parts of one unit in one task after a merger, the one that stays: lead before supporting before local; the older at a tie. */
export function strongerPart<A extends { part: AssignmentPart; dispatchedAt: Date }>(a: A, b: A): A {
  const order = STRENGTH[a.part] - STRENGTH[b.part]
  if (order !== 0) return order < 0 ? a : b
  return a.dispatchedAt <= b.dispatchedAt ? a : b
}
