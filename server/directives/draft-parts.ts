import type { TaskDraft, UnitPart } from '@/domain/directives/decomposition'
import { matchUnits, suggestUnits, type UnitName } from '@/domain/directives/match-units'
import type { Prisma, UnitKind } from '@/prisma/generated/client'

/** A unit in effect as names are matched against it. */
export type CandidateUnit = UnitName & { kind: UnitKind }

/** An unconfirmed part of a draft task, without its task and place in the order. */
export type DraftPart = Omit<Prisma.TaskDraftPartCreateManyInput, 'taskId' | 'sort'>

/** From this score on a match is the unit itself, not one whose name merely contains the other. */
const SURE = 0.89
const CHOICES = 3
/** Kinds whose duties are matched: those that carry out the ministry's own work. */
const BY_DUTY: readonly UnitKind[] = ['bureau', 'affiliated']

/**
 * The units proposed for a task, none confirmed: those that the text names (unitId null where the name is open-ended like 有关部门 or unknown),
 * and, where it names no lead that is known, at most three by their duties.
 */
export function draftPartsOf(
  task: TaskDraft,
  text: string,
  units: readonly CandidateUnit[],
  suggest: boolean,
): DraftPart[] {
  const named = [
    ...task.leadUnits.flatMap((name) => namedParts(task, name, 'lead', units)),
    ...task.supportingUnits.flatMap((name) => namedParts(task, name, 'supporting', units)),
  ]
  const parts = withoutRepeats(named)
  if (!suggest || parts.some((part) => part.part === 'lead' && part.unitId)) return parts
  const taken = new Set(parts.map((part) => part.unitId))
  const candidates = units.filter((unit) => BY_DUTY.includes(unit.kind) && !taken.has(unit.id))
  const words = `${task.title}\n${text.slice(task.start, task.end)}`
  const suggestions = suggestUnits(words, candidates).slice(0, CHOICES)
  return [
    ...parts,
    ...suggestions.map(({ unitId, reason }) => ({
      unitId,
      part: 'lead' as const,
      source: 'suggested' as const,
      reason,
    })),
  ]
}

function namedParts(
  task: TaskDraft,
  name: string,
  part: UnitPart,
  units: readonly CandidateUnit[],
): DraftPart[] {
  const span = task.unitSpans.find((one) => one.name === name && one.part === part)
  const common = {
    part,
    source: 'text' as const,
    nameInText: name,
    start: span?.start ?? null,
    end: span?.end ?? null,
  }
  const matches = matchUnits(name, units).filter(
    (match) => match.how !== 'pinyin' && match.how !== 'initials',
  )
  const best = matches[0]?.score ?? 0
  // One spelling may fit several units alike: all are offered, the officer chooses.
  const chosen = matches.filter((match) => (best >= SURE ? match.score === best : true)).slice(0, CHOICES)
  if (chosen.length === 0) return [{ ...common, unitId: null, reason: { code: 'named', word: name } }]
  return chosen.map(({ unitId, how }) => ({ ...common, unitId, reason: { code: 'named', word: name, how } }))
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
