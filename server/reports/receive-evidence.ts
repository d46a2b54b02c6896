import { evidenceKindOf } from '@/domain/reports/evidence'
import { evidenceNameOf } from '@/domain/reports/evidence-name'
import { createJpegStripper, isJpeg } from '@/domain/reports/strip-position'
import { failRefused } from '@/server/errors'
import { writeContent, type StoredContent } from '@/server/files'

const MEGABYTE = 1_048_576

/** A file on disk that may be attached: its content and the name to keep. */
export type ReceivedEvidence = { name: string; content: StoredContent }

/**
 * Streams an uploaded file to the store, outside any transaction: position data of photographs taken out before hashing, the kind read from
 * the content. Refused: file.empty, file.too_large (megabytes), evidence.… for a kind that is not accepted.
 */
export async function receiveEvidence(
  source: AsyncIterable<Uint8Array>,
  givenName: string,
  megabytes: number,
): Promise<ReceivedEvidence> {
  const name = evidenceNameOf(givenName)
  if (name === '') failRefused('evidence.name_missing')
  const content = await writeContent(withoutPosition(source), {
    maxBytes: megabytes * MEGABYTE,
    inspect: (sniffed, head) => {
      const verdict = evidenceKindOf(sniffed, name, head)
      return verdict.ok ? verdict.mime : failRefused(verdict.code, verdict.params)
    },
  })
  return { name, content }
}

/** The bytes as they come; of a JPEG without what says where it was taken. */
export async function* withoutPosition(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array()
  let stripper: ReturnType<typeof createJpegStripper> | null | undefined
  for await (const chunk of source) {
    let bytes = chunk
    if (stripper === undefined) {
      // What it is shows in the third byte.
      head = Buffer.concat([head, chunk])
      if (head.length < 3) continue
      stripper = isJpeg(head) ? createJpegStripper() : null
      bytes = head
    }
    const out = stripper ? stripper.push(bytes) : bytes
    if (out.length > 0) yield out
  }
  const rest = stripper === undefined ? head : stripper?.end()
  if (rest && rest.length > 0) yield rest
}
