import { previewImport } from '@/server/registers/read-import'
import { answerRequest } from '@/server/web/answer-request'
import { readTarget } from '../read-target'

type Props = { params: Promise<{ id: string }> }

/** What a workbook would do to the register, line by line; nothing is stored. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params
  return answerRequest(request, 'preview-import', previewImport, () => readTarget(request, id))
}
