import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { listPickerPeople, type PickerPerson } from '@/server/org/list-people'

/** Somebody's card: who they are, where they sit, how to reach them. Nothing about their account. */
export type PersonCard = PickerPerson & { phone: string | null }

/** A colleague by id; throws not_found for whoever left, and for administrators, who take no part in business. */
export async function getPerson(ctx: Ctx, id: string): Promise<PersonCard> {
  const person = await ctx.tx.person.findFirst({
    where: { id, status: 'active' },
    select: { phone: true, grants: { select: { unitId: true, role: true }, take: 1 } },
  })
  const [grant] = person?.grants ?? []
  if (!person || !grant) return failNotFound()
  const people = await listPickerPeople(ctx, grant)
  const card = people.find((one) => one.id === id) ?? failNotFound()
  return { ...card, phone: person.phone }
}
