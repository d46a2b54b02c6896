import { cache } from 'react'
import { listNotes } from '@/server/notes/list-notes'
import { requireCtx } from '@/server/web/ctx'

/** The notes on a record, read once a request. */
export const readNotes = cache(async (on: 'directive' | 'task', recordId: string) =>
  listNotes(await requireCtx(), on, recordId),
)
