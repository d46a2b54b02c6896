import type { LocalDate } from '@/domain/calendar/local-date'
import { collectiveOf, membersOf } from '@/domain/directives/collective-units'
import type { TaskDraft, UnitPart } from '@/domain/directives/decomposition'
import { matchUnits } from '@/domain/directives/match-units'
import { suggestUnits, type Learned } from '@/domain/directives/suggest-units'
import type { Prisma, UnitKind } from '@/prisma/generated/client'
import type { CandidateUnit } from '@/server/directives/candidate-units'

/** An unconfirmed part of a draft task, without its task and place in the order. */
export type DraftPart = Omit<Prisma.TaskDraftPartCreateManyInput, 'taskId' | 'sort'>

/** What the parts of a directive's tasks are proposed from: the units, the days that decide what names mean, what was learned. */
export type PartSources = {
  units: readonly CandidateUnit[]
  issuedOn: LocalDate | null
  today: LocalDate
  /** Null where units are not suggested: beyond the first tasks of a very long text. */
  learned: Learned | null
}

const CHOICES = 3
/** Members of a group that are kept with the proposal; a longer list is no proposal. */
const MEMBERS = 100
/** Kinds that a group or a suggestion may be made of: those that carry out the ministry's own work. */
const BY_DUTY: readonly UnitKind[] = ['bureau', 'affiliated']

/**
 * The units proposed for a task, none confirmed: those that the text names (several where a name may mean several, none for 有关部门 or a name
 * nobody knows, the members beside it for 各司局), and, where it names no lead that is known, at most three by past tasks and duties.
 */
export function draftPartsOf(task: TaskDraft, text: string, sources: PartSources): DraftPart[] {
  const named = [
    ...task.leadUnits.flatMap((name) => namedParts(task, name, 'lead', sources)),
    ...task.supportingUnits.flatMap((name) => namedParts(task, name, 'supporting', sources)),
  ]
  const parts = withoutRepeats(named)
  if (!sources.learned || parts.some((part) => part.part === 'lead' && part.unitId)) return parts
  const taken = new Set(parts.map((part) => part.unitId))
  const candidates = inEffect(sources).filter((unit) => BY_DUTY.includes(unit.kind) && !taken.has(unit.id))
  const suggestions = suggestUnits(wordsOf(task, text), candidates, sources.learned)
  return [
    ...parts,
    ...suggestions.map(({ unitId, reason }) => ({
      unitId,
      part: 'lead' as const,
      source: 'suggested' as const,
      reason: { ...reason, ...('tasks' in reason ? { tasks: [...reason.tasks] } : {}) },
    })),
  ]
}

/** What a task says: its title and its sentences, as suggestions are looked up by. */
export function wordsOf(task: TaskDraft, text: string): string {
  return `${task.title}\n${text.slice(task.start, task.end)}`
}

const inEffect = ({ units, today }: PartSources) =>
  units.filter((unit) => !unit.validToOn || unit.validToOn >= today)

function namedParts(task: TaskDraft, name: string, part: UnitPart, sources: PartSources): DraftPart[] {
  const span = task.unitSpans.find((one) => one.name === name && one.part === part)
  const common = {
    part,
    source: 'text' as const,
    nameInText: name,
    start: span?.start ?? null,
    end: span?.end ?? null,
  }
  const { units, issuedOn, today } = sources
  const matches = matchUnits(name, units, { on: issuedOn, today }).slice(0, CHOICES)
  if (matches.length > 0)
    return matches.map(({ unitId, how, certain }) => ({
      ...common,
      unitId,
      reason: { code: certain ? 'named' : 'ambiguous', word: name, how },
    }))
  const set = collectiveOf(name)
  if (!set) return [{ ...common, unitId: null, reason: { code: 'named', word: name } }]
  const members = membersOf(set, inEffect(sources)).slice(0, MEMBERS)
  return [{ ...common, unitId: null, reason: { code: 'collective', word: name, set, units: members } }]
}

/** A unit stands once; as lead where it is named as both. Names without a unit stand once each. */
function withoutRepeats(parts: readonly DraftPart[]): DraftPart[] {
  const seen = new Set<string>()
  return parts.filter((part) => {
    const key = part.unitId ?? `?${part.nameInText}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
