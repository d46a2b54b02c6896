import { notFound } from 'next/navigation'
import { z } from 'zod'

import { exportTemplate } from '@/server/registers/template-sheets'
import { answerRequest } from '@/server/web/answer-request'
import { requireCtx } from '@/server/web/ctx'
import { sheetWords } from '../sheet-words'
import { fileResponse } from '@/server/web/file-response'

type Props = { params: Promise<{ id: string }> }

/** An empty workbook with the heads and choices of a register. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  await requireCtx()
  const id = z.uuid().safeParse((await params).id)
  if (!id.success) notFound()
  const read = async () => ({
    key: { id: id.data },
    words: await sheetWords(),
  })
  return answerRequest(request, 'template-register', exportTemplate, read, {
    anyOrigin: true,
    respond: ({ bytes, name }) => fileResponse({ name, body: bytes }),
  })
}
