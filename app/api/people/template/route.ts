import { exportPeopleTemplate } from '@/server/org/people-import/people-workbooks'
import { answerRequest } from '@/server/web/answer-request'
import { fileResponse } from '@/server/web/file-response'
import { peopleSheetWords } from '../read-sheet'

/** An empty workbook with the heads of people. */
export async function GET(request: Request): Promise<Response> {
  const read = async () => ({ words: await peopleSheetWords() })
  return answerRequest(request, 'template-people', exportPeopleTemplate, read, {
    anyOrigin: true,
    respond: ({ bytes, name }) => fileResponse({ name, body: bytes }),
  })
}
