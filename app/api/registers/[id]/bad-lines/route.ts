import { exportBadLines } from '@/server/registers/template-sheets'
import { answerRequest } from '@/server/web/answer-request'
import { sheetWords } from '../sheet-words'
import { fileResponse } from '@/server/web/file-response'
import { readTarget } from '../read-target'

type Props = { params: Promise<{ id: string }> }

/** The bad lines of a workbook, each with what is wrong. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params
  const read = async () => ({ ...(await readTarget(request, id)), words: await sheetWords() })
  return answerRequest(request, 'export-bad-lines', exportBadLines, read, {
    respond: ({ bytes, name }) => fileResponse({ name, body: bytes }),
  })
}
