import { fieldsOfZod, invalid } from '@/domain/errors'
import { loadRegister, openPart } from '@/server/registers/load-register'
import { importTargetSchema, MAX_IMPORT_BYTES, readWorkbook } from '@/server/registers/read-import'
import { requireCtx } from '@/server/web/ctx'
import { readUploadBody } from '@/server/web/read-upload-body'

/** What an upload is for, and its cells: the body is the workbook, the rest stands in the address. Read before any transaction. */
export async function readTarget(request: Request, registerId: string) {
  const { searchParams } = new URL(request.url)
  const parsed = importTargetSchema.safeParse({
    registerId,
    assignmentId: searchParams.get('assignment'),
    name: searchParams.get('name') ?? '',
  })
  if (!parsed.success) throw invalid(fieldsOfZod(parsed.error))
  // Who may not fill it has no file read for them.
  const ctx = await requireCtx()
  openPart(ctx, await loadRegister(ctx, { id: parsed.data.registerId }), parsed.data.assignmentId)
  const grid = await readWorkbook(await readUploadBody(request, MAX_IMPORT_BYTES), parsed.data.name)
  return { ...parsed.data, grid, mark: searchParams.get('mark') ?? '' }
}
