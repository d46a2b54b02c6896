import { notFound } from 'next/navigation'
import { openEvidence, openEvidenceSchema } from '@/server/reports/open-evidence'
import { readEvidenceText } from '@/server/reports/read-evidence-text'
import { answerRequest } from '@/server/web/answer-request'

/** The words of an office file of evidence, for who may read a report that it hangs on; that it was opened is recorded. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const parsed = openEvidenceSchema.safeParse({ evidenceId: (await params).id, download: false })
  if (!parsed.success) notFound()
  return answerRequest(request, 'open-evidence', openEvidence, async () => parsed.data, {
    respond: async (piece) =>
      Response.json(
        { result: await readEvidenceText(piece) },
        { headers: { 'Cache-Control': 'private, no-store' } },
      ),
  })
}
