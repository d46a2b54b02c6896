import { importPeople } from '@/server/org/people-import/import-people'
import { answerRequest } from '@/server/web/answer-request'
import { readSheet } from '../read-sheet'

/** Adds whom the preview with this `mark` showed. */
export async function POST(request: Request): Promise<Response> {
  const idempotencyKey = request.headers.get('idempotency-key') ?? undefined
  return answerRequest(request, 'import-people', importPeople, () => readSheet(request), { idempotencyKey })
}
