import { notFound } from 'next/navigation'
import { z } from 'zod'
import { parseRowFilter } from '@/domain/registers/row-filter'
import { exportRows } from '@/server/registers/export-rows'
import { answerRequest } from '@/server/web/answer-request'
import { requireCtx } from '@/server/web/ctx'
import { sheetWords } from '../sheet-words'
import { fileResponse } from '@/server/web/file-response'

type Props = { params: Promise<{ id: string }> }

/** The rows of a register that the reader may read, as a workbook; that it was exported is recorded. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  await requireCtx()
  const id = z.uuid().safeParse((await params).id)
  if (!id.success) notFound()
  const read = async () => ({
    key: { id: id.data },
    words: await sheetWords(),
    filter: parseRowFilter(Object.fromEntries(new URL(request.url).searchParams)),
  })
  return answerRequest(request, 'export-register', exportRows, read, {
    anyOrigin: true,
    respond: ({ bytes, name }) => fileResponse({ name, body: bytes }),
  })
}
