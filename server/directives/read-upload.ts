import { z } from 'zod'
import { MAX_UPLOAD_BYTES } from '@/domain/directives/intake-rules'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { ENCODINGS, type Encoding } from '@/server/directives/decode-text'
import { readFile } from '@/server/directives/read-file'
import type { DocumentText } from '@/server/directives/readers/document-text'
import { uploadKey } from '@/server/directives/upload-key'
import { failRefused } from '@/server/errors'
import { storeFile } from '@/server/files'

const SAMPLE = 120

/** A file as it came, its name, and the encoding that a person chose for it. */
export const readUploadSchema = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  name: z.string().max(255).default(''),
  encoding: z.enum(ENCODINGS).optional(),
})

/** What was read of an upload, and how; `key` goes with `fileId` into taking it in. `doubtful`: a person should look at the choices first. */
export type ReadUpload = Omit<DocumentText, 'choices' | 'further'> & {
  fileId: string
  key: string
  name: string
  choices: { encoding: Encoding; sample: string }[]
}

/** Reads an uploaded file and keeps its bytes as received, unless something stands against its text: then nothing is stored. Refused: those of `readFile`. */
export async function readUpload(ctx: Ctx, input: z.output<typeof readUploadSchema>): Promise<ReadUpload> {
  assertMay(ctx.actor, 'directive.create')
  const { bytes, name } = input
  if (bytes.byteLength === 0) failRefused('file.empty')
  if (bytes.byteLength > MAX_UPLOAD_BYTES)
    failRefused('file.too_large', { megabytes: MAX_UPLOAD_BYTES / 1_048_576 })
  const { choices, further: _further, ...read } = await readFile(input)
  const { fileId } = await storeFile(ctx, bytes, { maxBytes: MAX_UPLOAD_BYTES })
  return {
    ...read,
    fileId,
    key: uploadKey(ctx, fileId),
    name,
    choices: choices.map(({ encoding, text }) => ({ encoding, sample: text.trim().slice(0, SAMPLE) })),
  }
}
