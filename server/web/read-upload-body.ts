import { failRefused } from '@/server/errors'

/** The body of an upload, read no further than the limit (bytes). Refused: file.too_large. */
export async function readUploadBody(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) failRefused('file.too_large', { megabytes: limit / 1_048_576 })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
