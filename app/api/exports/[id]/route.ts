import { notFound } from 'next/navigation'
import { z } from 'zod'
import { openExportFile } from '@/server/exports/export-file'
import { findExportFile } from '@/server/exports/list-exports'
import { answerRequest } from '@/server/web/answer-request'
import { requireCtx } from '@/server/web/ctx'
import { fileResponse } from '@/server/web/file-response'

type Props = { params: Promise<{ id: string }> }

/** The file of an export, for the person who asked for it alone, until it is removed. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  await requireCtx()
  const id = z.uuid().safeParse((await params).id)
  if (!id.success) notFound()
  return answerRequest(request, 'open-export', findExportFile, async () => id.data, {
    anyOrigin: true,
    respond: async (file) => fileResponse({ ...file, body: await openExportFile(file.id) }),
  })
}
