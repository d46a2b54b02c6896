import { NoteSection } from '@/components/notes/note-section'
import { listNotes } from '@/server/notes/list-notes'
import { requireCtx } from '@/server/web/ctx'
import {
  fileNoteAnswerAction,
  seeNoteAnswerAction,
  sendNoteAnswerBackAction,
  signNoteAnswerAction,
  writeNoteAction,
} from './note-actions'

const actions = {
  write: writeNoteAction,
  file: fileNoteAnswerAction,
  sign: signNoteAnswerAction,
  back: sendNoteAnswerBackAction,
  see: seeNoteAnswerAction,
}

/** 批示 on the page of a task or of a directive, read beside the page. */
export async function RecordNotes({ on, recordId }: { on: 'directive' | 'task'; recordId: string }) {
  const ctx = await requireCtx()
  return <NoteSection list={await listNotes(ctx, on, recordId)} today={ctx.today} actions={actions} />
}
