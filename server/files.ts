import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { access, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromFile } from 'file-type'
import type { Ctx } from '@/server/context'
import { env } from '@/server/env'
import { failNotFound, failRefused } from '@/server/errors'

/** What a file may be: largest size in bytes, and the types allowed (read from the content, never from the name). */
export type FileLimits = {
  maxBytes: number
  mimes?: readonly string[]
  /** Refuses by what the detector found (undefined: it knows none) and the first bytes, before the content is kept; returns the type to keep. */
  inspect?: (sniffed: string | undefined, head: Uint8Array) => string
}

/** A content on disk: SHA-256 in hexadecimal, size in bytes, type as its first bytes say. */
export type StoredContent = { sha256: string; size: number; mime: string }

type Bytes = Uint8Array | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>

const MEGABYTE = 1_048_576
const SNIFFED_BYTES = 65_536

const root = () => path.join(env().LUOSHI_DATA_DIR, 'files')
const placeOf = (sha256: string) => path.join(root(), sha256.slice(0, 2), sha256.slice(2, 4), sha256)

/**
 * Streams bytes to disk under their SHA-256: temporary file, fsync, rename; the same content is kept once. Needs no transaction, so a
 * slow upload holds none. Refused: file.empty, file.too_large, file.kind_refused, file.disk_full.
 */
export async function writeContent(source: Bytes, limits: FileLimits): Promise<StoredContent> {
  const folder = path.join(root(), 'incoming')
  await mkdir(folder, { recursive: true })
  const temporary = path.join(folder, randomUUID())
  try {
    const { sha256, size } = await copy(source, temporary, limits.maxBytes)
    if (size === 0) failRefused('file.empty')
    const mime = await mimeOf(temporary, limits.inspect)
    if (limits.mimes && !limits.mimes.includes(mime)) failRefused('file.kind_refused', { mime })
    await keep(temporary, placeOf(sha256))
    return { sha256, size, mime }
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') failRefused('file.disk_full')
    throw error
  }
}

/** The row of a content that `writeContent` put on disk: one a content, whoever sends it again. */
export async function registerContent(ctx: Ctx, content: StoredContent): Promise<string> {
  await ctx.tx.storedFile.createMany({ data: [{ ...content, createdAt: ctx.now }], skipDuplicates: true })
  const row = await ctx.tx.storedFile.findUniqueOrThrow({
    where: { sha256: content.sha256 },
    select: { id: true },
  })
  return row.id
}

/** `writeContent` and `registerContent` in one, for small files inside a command. */
export async function storeFile(
  ctx: Ctx,
  source: Bytes,
  limits: FileLimits,
): Promise<StoredContent & { fileId: string }> {
  const content = await writeContent(source, limits)
  return { ...content, fileId: await registerContent(ctx, content) }
}

/** A stored content as a stream with its size in bytes. Throws not_found where the disk does not hold it. */
export async function openStoredFile(sha256: string): Promise<{ stream: ReadStream; size: number }> {
  const place = placeOf(sha256)
  const found = await stat(place).catch(() => failNotFound('file.not_found'))
  return { stream: createReadStream(place), size: found.size }
}

/** A stored content as a whole, for those that must be read again. Throws not_found. */
export async function readStoredFile(sha256: string): Promise<Uint8Array> {
  return readFile(placeOf(sha256)).catch(() => failNotFound('file.not_found'))
}

async function copy(source: Bytes, target: string, maxBytes: number) {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(target, 'wx', 0o600)
  try {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      size += chunk.byteLength
      if (size > maxBytes) failRefused('file.too_large', { megabytes: Math.round(maxBytes / MEGABYTE) })
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), size }
}

/** Moves the finished file to its place; a copy of the same content that is already there stays as it is. */
async function keep(temporary: string, place: string): Promise<void> {
  const there = await access(place).then(
    () => true,
    () => false,
  )
  if (there) return unlink(temporary)
  const folder = path.dirname(place)
  await mkdir(folder, { recursive: true })
  await rename(temporary, place)
  // The name must survive a power cut as well as the bytes.
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function mimeOf(file: string, inspect: FileLimits['inspect']): Promise<string> {
  const known = await fileTypeFromFile(file)
  if (known && !inspect) return known.mime
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0)
    const head = buffer.subarray(0, bytesRead)
    if (inspect) return inspect(known?.mime, head)
    return head.includes(0) ? 'application/octet-stream' : 'text/plain'
  } finally {
    await handle.close()
  }
}
