import type { DirectiveFacts } from '@/domain/permissions/policy'
import type { Db, Tx } from '@/server/db'

type Row = { id: string; status: DirectiveFacts['status'] }

/** The policy's facts of a directive: who its dispatched tasks went to, and whether any was sent for approval. */
export async function directiveFactsOf(client: Db | Tx, row: Row): Promise<DirectiveFacts> {
  const [readers, submitted] = await Promise.all([
    client.assignmentReader.findMany({
      where: { task: { directiveId: row.id, dispatchedAt: { not: null } } },
      distinct: ['unitId'],
      select: { unitId: true },
    }),
    client.task.count({ where: { directiveId: row.id, submittedAt: { not: null } } }),
  ])
  return {
    id: row.id,
    status: row.status,
    readerUnitIds: readers.map((r) => r.unitId),
    submitted: submitted > 0,
  }
}
