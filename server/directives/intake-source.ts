import { z } from 'zod'
import { refusalOfText } from '@/domain/directives/intake-rules'
import { sha256 } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { ENCODINGS } from '@/server/directives/decode-text'
import { readFile } from '@/server/directives/read-file'
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
    /** Of a text or web page: as it was read, or as a person chose. */
    encoding: z.enum(ENCODINGS).nullable().catch(null),
  }),
])

/** The text as received with its SHA-256, and the file that it came in; `sourceEncoding` is its encoding or else its kind. */
export type ReceivedText = {
  text: string
  textSha256: string
  sourceFileId: string | null
  sourceName: string | null
  sourceEncoding: string | null
}

/**
 * The text to be taken in, checked again: of an upload it is read anew from the bytes on disk, so that text and file cannot differ.
 * Throws not_found for a file that this person did not send; refused: those of `refusalOfText` and `readFile`.
 */
export async function receivedText(
  ctx: Ctx,
  source: z.output<typeof intakeSourceSchema>,
): Promise<ReceivedText> {
  if (source.kind === 'text') {
    const refusal = refusalOfText(source.text)
    if (refusal) failRefused(refusal.code, refusal.params)
    return receivedOf(source.text, { fileId: null, name: null, encoding: null })
  }
  if (!isUploadKey(ctx, source.fileId, source.key)) failNotFound('file.not_found')
  const file = await ctx.tx.storedFile.findUnique({
    where: { id: source.fileId },
    select: { sha256: true },
  })
  if (!file) return failNotFound('file.not_found')
  const bytes = await readStoredFile(file.sha256)
  const { name, fileId } = source
  const { text, encoding, kind } = await readFile({ bytes, name, encoding: source.encoding ?? undefined })
  return receivedOf(text, { fileId, name, encoding: encoding ?? kind })
}

function receivedOf(
  text: string,
  source: { fileId: string | null; name: string | null; encoding: string | null },
): ReceivedText {
  return {
    text,
    textSha256: sha256(text),
    sourceFileId: source.fileId,
    sourceName: source.name || null,
    sourceEncoding: source.encoding,
  }
}
