import { MAX_UPLOAD_BYTES } from '@/domain/directives/intake-rules'
import { fieldsOfZod, invalid } from '@/domain/errors'
import { readUpload, readUploadSchema } from '@/server/directives/read-upload'
import { failRefused } from '@/server/errors'
import { answerRequest } from '@/server/web/answer-request'

/** Reads an uploaded text: the body is the file, `name` and `encoding` stand in the address. */
export function POST(request: Request): Promise<Response> {
  return answerRequest(request, 'read-upload', readUpload, async () => {
    const { searchParams } = new URL(request.url)
    const parsed = readUploadSchema.safeParse({
      bytes: await bytesOf(request),
      name: searchParams.get('name') ?? '',
      encoding: searchParams.get('encoding') ?? undefined,
    })
    if (!parsed.success) throw invalid(fieldsOfZod(parsed.error))
    return parsed.data
  })
}

/** The body, read no further than the limit. */
async function bytesOf(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_UPLOAD_BYTES) failRefused('file.too_large', { megabytes: MAX_UPLOAD_BYTES / 1_048_576 })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
