import { exportBadPeople } from '@/server/org/people-import/people-workbooks'
import { answerRequest } from '@/server/web/answer-request'
import { workbookResponse } from '@/server/web/workbook-response'
import { peopleSheetWords, readSheet } from '../read-sheet'

/** The bad lines of a workbook of people, each with what is wrong. */
export async function POST(request: Request): Promise<Response> {
  const read = async () => ({ ...(await readSheet(request)), words: await peopleSheetWords() })
  return answerRequest(request, 'export-bad-people', exportBadPeople, read, { respond: workbookResponse })
}
