import { exportBadPeople } from '@/server/org/people-import/people-workbooks'
import { answerRequest } from '@/server/web/answer-request'
import { fileResponse } from '@/server/web/file-response'
import { peopleSheetWords, readSheet } from '../read-sheet'

/** The bad lines of a workbook of people, each with what is wrong. */
export async function POST(request: Request): Promise<Response> {
  const read = async () => ({ ...(await readSheet(request)), words: await peopleSheetWords() })
  return answerRequest(request, 'export-bad-people', exportBadPeople, read, {
    respond: ({ bytes, name }) => fileResponse({ name, body: bytes }),
  })
}
