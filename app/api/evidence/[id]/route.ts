import { notFound } from 'next/navigation'
import { openEvidence, openEvidenceSchema } from '@/server/reports/open-evidence'
import { evidenceResponse } from '@/server/reports/evidence-response'
import { answerRequest } from '@/server/web/answer-request'
import { requireCtx } from '@/server/web/ctx'

/** The bytes of a piece of evidence, for who may read a report that it hangs on; that it was opened is recorded. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  await requireCtx()
  const download = new URL(request.url).searchParams.has('download')
  const parsed = openEvidenceSchema.safeParse({ evidenceId: (await params).id, download })
  if (!parsed.success) notFound()
  return answerRequest(request, 'open-evidence', openEvidence, async () => parsed.data, {
    anyOrigin: true,
    respond: (piece) => evidenceResponse(piece, download),
  })
}
