import { notFound } from 'next/navigation'
import { exportPaper } from '@/server/documents/export-paper'
import { paperSchema } from '@/server/documents/make-paper'
import { answerRequest } from '@/server/web/answer-request'
import { requireCtx } from '@/server/web/ctx'
import { fileResponse } from '@/server/web/file-response'

type Props = { params: Promise<{ kind: string; no: string }> }

/** A paper as DOCX, for who may read its record; that it was taken is recorded. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { locale } = await requireCtx()
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const parsed = paperSchema.safeParse({ ...query, ...(await params) })
  if (!parsed.success) notFound()
  return answerRequest(request, 'export-paper', exportPaper, async () => ({ ...parsed.data, locale }), {
    anyOrigin: true,
    respond: ({ bytes, name }) => fileResponse({ name, body: bytes }),
  })
}
