import { createReadStream } from 'node:fs'
import { access, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { env } from '@/server/env'
import { failNotFound } from '@/server/errors'

/** Where the file of an export lies: beside the stored files, by the id of its row alone. */
export function exportPlace(id: string): string {
  return path.join(env().LUOSHI_DATA_DIR, 'exports', id)
}

/** Takes the file away; nothing where there is none. */
export async function removeExportFile(id: string): Promise<void> {
  await rm(exportPlace(id), { force: true })
}

/** The file as a stream. Throws not_found where the disk does not hold it (any more). */
export async function openExportFile(id: string): Promise<ReadableStream<Uint8Array>> {
  const place = exportPlace(id)
  await access(place).catch(() => failNotFound('file.not_found'))
  return Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array>
}
