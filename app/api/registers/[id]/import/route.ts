import { importRows } from '@/server/registers/import-rows'
import { answerRequest } from '@/server/web/answer-request'
import { readTarget } from '../read-target'

type Props = { params: Promise<{ id: string }> }

/** Does what the preview with this `mark` showed. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params
  const idempotencyKey = request.headers.get('idempotency-key') ?? undefined
  return answerRequest(request, 'import-rows', importRows, () => readTarget(request, id), { idempotencyKey })
}
