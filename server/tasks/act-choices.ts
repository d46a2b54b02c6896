import type { Ctx } from '@/server/context'
import {
  listPeopleChoices,
  listUnitChoices,
  type PickerChoice,
} from '@/server/directives/workspace/list-choices'

/** Whom a step may choose from: units that take over, leaders and people who stand for the work. */
export type ActChoices = { units: PickerChoice[]; leaders: PickerChoice[]; people: PickerChoice[] }

/** The choices that the opened step asks for; none for the others. Of a unit's part its own heads and liaisons. */
export async function listActChoices(
  ctx: Ctx,
  open: { act: string; part: { carrierId: string } | null } | null,
): Promise<ActChoices> {
  const none: ActChoices = { units: [], leaders: [], people: [] }
  if (open?.act === 'rule' || open?.act === 'reassign') return { ...none, units: await listUnitChoices(ctx) }
  if (open?.act === 'name_people') return { ...none, ...(await listPeopleChoices(ctx)) }
  if (open?.act !== 'name_person' || !open.part) return none
  return { ...none, people: (await listPeopleChoices(ctx, open.part.carrierId)).people }
}
