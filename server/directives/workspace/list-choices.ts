import { unitSearchKeys } from '@/domain/directives/match-units'
import type { Ctx } from '@/server/context'
import { listPickerPeople, type PickerPerson } from '@/server/org/list-people'
import { listPickerUnits } from '@/server/org/list-units'

/** A unit or a person as a picker offers it: both names, where it belongs, and every spelling that finds it. */
export type PickerChoice = {
  id: string
  name: string
  nameEn: string
  note: string
  noteEn: string
  keys: string[]
}

/** Kinds that are given no task: the root, the office itself, the discipline team. */
const NOT_GIVEN: readonly string[] = ['ministry', 'office', 'discipline']

/** Units that may be given a task, each found by any of its names, pinyin in full or initials. */
export async function listUnitChoices(ctx: Ctx): Promise<PickerChoice[]> {
  const units = await listPickerUnits(ctx)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return units
    .filter((unit) => !NOT_GIVEN.includes(unit.kind))
    .map((unit) => {
      const parent = unit.parentId ? byId.get(unit.parentId) : undefined
      const above = parent && parent.kind !== 'ministry' ? parent : null
      return {
        id: unit.id,
        name: unit.shortName || unit.name,
        nameEn: unit.shortNameEn || unit.nameEn || unit.name,
        note: above?.name ?? '',
        noteEn: above?.nameEn ?? '',
        keys: [...new Set(unitSearchKeys(unit).map((key) => key.key))],
      }
    })
}

/** 下级承办: the local departments directly below the ministry, which "all localities" means. */
export async function countLocalities(ctx: Ctx): Promise<number> {
  return (await listPickerUnits(ctx)).filter((unit) => unit.kind === 'province').length
}

/** People who may stand for a task: leaders as responsible leaders, heads and liaisons (of one unit, where named) as responsible persons. */
export async function listPeopleChoices(
  ctx: Ctx,
  unitId?: string,
): Promise<{ leaders: PickerChoice[]; people: PickerChoice[] }> {
  const [leaders, heads, liaisons] = await Promise.all([
    listPickerPeople(ctx, { role: 'leader' }),
    listPickerPeople(ctx, { role: 'unit_head', unitId }),
    listPickerPeople(ctx, { role: 'liaison', unitId }),
  ])
  const people = new Map([...heads, ...liaisons].map((person) => [person.id, person]))
  return { leaders: leaders.map(choiceOf), people: [...people.values()].map(choiceOf) }
}

function choiceOf(person: PickerPerson): PickerChoice {
  const post = person.posts[0]
  const names = { id: person.id, name: person.name, shortName: '', nameEn: person.nameEn, shortNameEn: '' }
  const words = { ...names, aliases: post ? [post.unitName] : [], formerNames: [], duties: '' }
  return {
    id: person.id,
    name: person.name,
    nameEn: person.nameEn || person.name,
    note: [post?.unitName, person.title].filter(Boolean).join(' '),
    noteEn: [post?.unitNameEn, person.titleEn].filter(Boolean).join(', '),
    keys: [...new Set(unitSearchKeys(words).map((key) => key.key))],
  }
}
