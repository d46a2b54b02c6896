import { fieldsOfZod, invalid } from '@/domain/errors'
import { attachEvidence } from '@/server/reports/attach-evidence'
import { uploadEvidence, uploadEvidenceSchema } from '@/server/reports/upload-evidence'
import { answerRequest } from '@/server/web/answer-request'
import { requireCtx } from '@/server/web/ctx'

/** Takes one file of evidence: the body is the file, `assignment` and `name` stand in the address, the key in a header. */
export function POST(request: Request): Promise<Response> {
  const read = async () => {
    const { searchParams } = new URL(request.url)
    const parsed = uploadEvidenceSchema.safeParse({
      assignmentId: searchParams.get('assignment'),
      name: searchParams.get('name') ?? '',
      size: request.headers.get('content-length'),
    })
    if (!parsed.success) throw invalid(fieldsOfZod(parsed.error))
    return uploadEvidence(await requireCtx(), parsed.data, bytesOf(request))
  }
  const idempotencyKey = request.headers.get('idempotency-key') ?? undefined
  return answerRequest(request, 'attach-evidence', attachEvidence, read, { idempotencyKey })
}

async function* bytesOf(request: Request): AsyncGenerator<Uint8Array> {
  for await (const chunk of request.body ?? []) yield chunk
}
