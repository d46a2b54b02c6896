import { MOST_ATTEMPTS, nextExportStatus } from '@/domain/exports/export'
import type { Db } from '@/server/db'
import { removeExportFile } from '@/server/exports/export-file'
import { finishExport, type ExportRow } from '@/server/exports/finish-export'
import { writeExport } from '@/server/exports/write-export'
import type { Written } from '@/server/exports/write-list'
import { loadRules, todayIn } from '@/server/load-rules'
import { log } from '@/server/log'
import { findActorByPerson } from '@/server/org/load-actor'
import { runCommand } from '@/server/run-command'

type Run = { db: Db; now: Date }
const NAME = 'write-exports'
/** The longest an export may take (milliseconds). */
const LONGEST_MS = 1_800_000
/** So often its row says how far it is. */
const PROGRESS_ROWS = 5_000

/**
 * 导出 of more than 10,000 rows, one after another, oldest first: read as its person by the rights of this moment. One that runs when the job
 * starts belongs to a process that died: it begins anew, three times at most.
 */
export async function writeExports({ db, now }: Run): Promise<{ written: number }> {
  const waiting = await db.export.findMany({
    where: { status: { in: ['queued', 'running'] } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  let written = 0
  for (const { id } of waiting) if (await writeOne({ db, now }, id)) written += 1
  return { written }
}

async function writeOne({ db, now }: Run, id: string): Promise<boolean> {
  const found = await db.export.findUniqueOrThrow({ where: { id } })
  const status = nextExportStatus(found.status, found.status === 'queued' ? 'start' : 'retry')
  if (status !== 'running') return false
  if (found.attempts >= MOST_ATTEMPTS) return giveUp(db, id)
  await db.export.update({
    where: { id },
    data: { status, attempts: { increment: 1 }, startedAt: now, rows: 0 },
    select: { id: true },
  })
  const row: ExportRow = { ...found, status, locale: found.locale === 'en' ? 'en' : 'zh-CN' }
  const { settings, calendar } = await loadRules(db, now, null)
  const today = todayIn(settings, now)
  const person = await findActorByPerson(db, found.personId, today)
  if (!person) return giveUp(db, id)
  try {
    const written = await db.$transaction(
      async (tx): Promise<Written> => {
        await tx.$executeRaw`SET TRANSACTION READ ONLY`
        const ctx = { actor: person.actor, tx, now, today, settings, calendar, address: '' }
        return writeExport(ctx, row, progressOf(db, id))
      },
      { isolationLevel: 'RepeatableRead', timeout: LONGEST_MS, maxWait: 60_000 },
    )
    await runCommand(person.actor, finishExport, { row, written, tell: true }, { name: NAME, now, db })
    return true
  } catch (error) {
    log().error({ err: error, export: id }, 'an export was not written')
    await removeExportFile(id)
    if (found.attempts + 1 >= MOST_ATTEMPTS) return giveUp(db, id)
    throw error
  }
}

/** Says how far it is, beside the transaction that reads. */
function progressOf(db: Db, id: string) {
  let said = 0
  return async (rows: number) => {
    if (rows - said < PROGRESS_ROWS) return
    said = rows
    await db.export.update({ where: { id }, data: { rows }, select: { id: true } })
  }
}

async function giveUp(db: Db, id: string): Promise<false> {
  await db.export.updateMany({
    where: { id, status: { in: ['queued', 'running'] } },
    data: { status: 'failed' },
  })
  return false
}
