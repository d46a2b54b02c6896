import { nextExportStatus } from '@/domain/exports/export'
import type { Db } from '@/server/db'
import { removeExportFile } from '@/server/exports/export-file'

const BATCH = 500

/** Takes away the files of exports whose seven days are over; their rows and entries stay. Run twice it removes once. */
export async function removeExports({ db, now }: { db: Db; now: Date }): Promise<{ removed: number }> {
  const over = await db.export.findMany({
    where: { status: 'ready', expiresAt: { lte: now } },
    orderBy: { expiresAt: 'asc' },
    take: BATCH,
    select: { id: true, status: true },
  })
  await Promise.all(over.map((one) => removeExportFile(one.id)))
  const ids = over.filter((one) => nextExportStatus(one.status, 'remove') === 'removed').map((one) => one.id)
  const { count } = await db.export.updateMany({
    where: { id: { in: ids }, status: 'ready' },
    data: { status: 'removed', removedAt: now },
  })
  return { removed: count }
}
