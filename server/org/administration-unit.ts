import type { LocalDate } from '@/domain/calendar/local-date'
import { fromLocalDate } from '@/server/dates'
import type { Db, Tx } from '@/server/db'

/** The code of the unit in which the three administrators sit. It carries out no tasks and stands in no picker. */
export const ADMINISTRATION = 'xtgl'

/** The administrators' unit, made where it is missing; it hangs under no other, so that it is in nobody's subtree. */
export async function ensureAdministrationUnit(client: Db | Tx, since: LocalDate): Promise<string> {
  const where = { code: ADMINISTRATION }
  const found = await client.unit.findUnique({ where, select: { id: true } })
  if (found) return found.id
  const id = crypto.randomUUID()
  const unit = {
    id,
    ...where,
    kind: 'affiliated' as const,
    name: '系统管理组',
    shortName: '系统管理组',
    nameEn: 'System Administration',
    shortNameEn: 'Administration',
    path: [id],
    sort: 9_000,
    validFromOn: fromLocalDate(since),
  }
  await client.unit.create({ data: unit, select: { id: true } })
  return id
}
