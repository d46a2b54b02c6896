import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { sha256 } from '@/server/audit/record-audit'
import { env } from '@/server/env'
import { openStoredFile, readStoredFile, storeFile, writeContent } from '@/server/files'
import { ctxOf, testWorld } from '@/tests/factories'

const bytes = (text: string) => new TextEncoder().encode(text)
const incoming = () => readdir(path.join(env().LUOSHI_DATA_DIR, 'files', 'incoming'))

test('a file is kept under its SHA-256, once however often it is sent', async () => {
  const ctx = await ctxOf('officer')
  const first = await storeFile(ctx, bytes('佐证材料'), { maxBytes: 100 })
  const again = await storeFile(ctx, Readable.from([bytes('佐证'), bytes('材料')]), { maxBytes: 100 })
  expect(again).toEqual(first)
  expect(first).toMatchObject({ sha256: sha256('佐证材料'), size: 12, mime: 'text/plain' })
  const { db } = await testWorld()
  expect(await db.storedFile.count({ where: { sha256: first.sha256 } })).toBe(1)
  expect(new TextDecoder().decode(await readStoredFile(first.sha256))).toBe('佐证材料')
  expect((await openStoredFile(first.sha256)).size).toBe(12)
  expect(await incoming()).toEqual([])
})

test('two people send the same file at the same moment', async () => {
  const ctx = await ctxOf('officer')
  const both = await Promise.all([1, 2].map(() => storeFile(ctx, bytes('同一份材料'), { maxBytes: 100 })))
  expect(both[0]).toEqual(both[1])
})

test('an empty file, one too large, and one of another kind leave nothing behind', async () => {
  const png = new Uint8Array([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
  ])
  await expect(writeContent(bytes(''), { maxBytes: 10 })).rejects.toMatchObject({ code: 'file.empty' })
  await expect(
    writeContent(Readable.from([bytes('12345'), bytes('67890!')]), { maxBytes: 10 }),
  ).rejects.toMatchObject({ code: 'file.too_large' })
  await expect(writeContent(png, { maxBytes: 100, mimes: ['application/pdf'] })).rejects.toMatchObject({
    code: 'file.kind_refused',
    params: { mime: 'image/png' },
  })
  expect(await incoming()).toEqual([])
})

test('a content that is not there is not found', async () => {
  await expect(openStoredFile('0'.repeat(64))).rejects.toMatchObject({ kind: 'not_found' })
})
