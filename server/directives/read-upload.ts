import { z } from 'zod'
import { MAX_UPLOAD_BYTES, refusalOfText } from '@/domain/directives/intake-rules'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { storeFile } from '@/server/files'
import { failRefused } from '@/server/errors'
import { choicesOf, decodeAs, decodeText, ENCODINGS, type Encoding } from '@/server/directives/decode-text'
import { readDocx } from '@/server/directives/read-docx'
import { uploadKey } from '@/server/directives/upload-key'

const SAMPLE = 120

/** A file as it came, its name, and the encoding that a person chose for it. */
export const readUploadSchema = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  name: z.string().max(255).default(''),
  encoding: z.enum(ENCODINGS).optional(),
})

/** What was read of an upload; `key` goes with `fileId` into taking it in. */
export type ReadUpload = {
  fileId: string
  key: string
  name: string
  text: string
  encoding: Encoding | 'docx'
  /** True where a person should look at the choices before going on. */
  doubtful: boolean
  choices: { encoding: Encoding; sample: string }[]
  autoNumbered: boolean
}

/**
 * Reads an uploaded .txt or .docx (told by its content, not its name) and keeps the bytes as received. A state-secret mark under any
 * possible encoding stops it before anything is stored. Refused: directive.file_kind, directive.text_undecodable, those of `refusalOfText`.
 */
export async function readUpload(ctx: Ctx, input: z.output<typeof readUploadSchema>): Promise<ReadUpload> {
  assertMay(ctx.actor, 'directive.create')
  const { bytes, name } = input
  if (bytes.byteLength === 0) failRefused('file.empty')
  if (bytes.byteLength > MAX_UPLOAD_BYTES)
    failRefused('file.too_large', { megabytes: MAX_UPLOAD_BYTES / 1_048_576 })
  const read = await textOf(bytes, input.encoding)
  const refusals = [read.text, ...read.choices.map((choice) => choice.text)].map(refusalOfText)
  const refusal = refusals.find((one) => one?.secret) ?? refusals[0]
  if (refusal) failRefused(refusal.code, refusal.params)
  const { fileId } = await storeFile(ctx, bytes, { maxBytes: MAX_UPLOAD_BYTES })
  return {
    ...read,
    fileId,
    key: uploadKey(ctx, fileId),
    name,
    choices: read.choices.map(({ encoding, text }) => ({ encoding, sample: text.trim().slice(0, SAMPLE) })),
  }
}

/** The text of an upload's bytes, as `readUpload` read it and as taking in reads it again. */
export async function textOf(bytes: Uint8Array, chosen?: Encoding | 'docx') {
  if (startsWith(bytes, 'PK\x03\x04')) {
    return { ...(await readDocx(bytes)), encoding: 'docx' as const, doubtful: false, choices: [] }
  }
  if (
    ['%PDF', '\xd0\xcf\x11\xe0', 'Rar!', '\x89PNG', '\xff\xd8\xff', 'GIF8'].some((s) => startsWith(bytes, s))
  )
    failRefused('directive.file_kind')
  if (chosen && chosen !== 'docx') {
    const text = decodeAs(bytes, chosen) ?? failRefused('directive.text_undecodable')
    return { text, encoding: chosen, doubtful: false, choices: choicesOf(bytes), autoNumbered: false }
  }
  const decoded = decodeText(bytes) ?? failRefused('directive.text_undecodable')
  return { ...decoded, choices: decoded.doubtful ? choicesOf(bytes) : [], autoNumbered: false }
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((character, index) => bytes[index] === character.charCodeAt(0))
}
