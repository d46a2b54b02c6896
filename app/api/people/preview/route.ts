import { previewPeople } from '@/server/org/people-import/plan-people-sheet'
import { answerRequest } from '@/server/web/answer-request'
import { readSheet } from '../read-sheet'

/** Whom a workbook would add, line by line; nothing is stored. */
export async function POST(request: Request): Promise<Response> {
  return answerRequest(request, 'preview-people', previewPeople, () => readSheet(request))
}
