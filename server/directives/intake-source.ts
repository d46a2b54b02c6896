import { z } from 'zod'
import { ENCODINGS, type Encoding } from '@/server/directives/decode-text'
import { refusalOfText } from '@/domain/directives/intake-rules'
import { sha256 } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { textOf } from '@/server/directives/read-upload'
import { isUploadKey } from '@/server/directives/upload-key'
import { failNotFound, failRefused } from '@/server/errors'
import { readStoredFile } from '@/server/files'

/** Where a directive's text comes from: pasted, or an upload that `readUpload` stored. */
export const intakeSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({
    kind: z.literal('file'),
    fileId: z.uuid(),
    key: z.string(),
    name: z.string().max(255),
    encoding: z.enum([...ENCODINGS, 'docx']),
  }),
])

/** The text as received with its SHA-256, and the file that it came in. */
export type ReceivedText = {
  text: string
  textSha256: string
  sourceFileId: string | null
  sourceName: string | null
  sourceEncoding: Encoding | 'docx' | null
}

/**
 * The text to be taken in, checked again: of an upload it is read anew from the bytes on disk, so that text and file cannot differ.
 * Throws not_found for a file that this person did not send; refused: those of `refusalOfText`.
 */
export async function receivedText(
  ctx: Ctx,
  source: z.output<typeof intakeSourceSchema>,
): Promise<ReceivedText> {
  if (source.kind === 'text') return checked({ text: source.text, fileId: null })
  if (!isUploadKey(ctx, source.fileId, source.key)) failNotFound('file.not_found')
  const file = await ctx.tx.storedFile.findUnique({
    where: { id: source.fileId },
    select: { sha256: true },
  })
  if (!file) return failNotFound('file.not_found')
  const { text, encoding } = await textOf(await readStoredFile(file.sha256), source.encoding)
  return checked({ text, fileId: source.fileId, name: source.name, encoding })
}

function checked(found: {
  text: string
  fileId: string | null
  name?: string
  encoding?: Encoding | 'docx'
}): ReceivedText {
  const refusal = refusalOfText(found.text)
  if (refusal) failRefused(refusal.code, refusal.params)
  return {
    text: found.text,
    textSha256: sha256(found.text),
    sourceFileId: found.fileId,
    sourceName: found.name || null,
    sourceEncoding: found.encoding ?? null,
  }
}
