import { NoteSection } from '@/components/notes/note-section'
import { requireCtx } from '@/server/web/ctx'
import {
  fileNoteAnswerAction,
  seeNoteAnswerAction,
  sendNoteAnswerBackAction,
  signNoteAnswerAction,
  writeNoteAction,
} from './note-actions'
import { readNotes } from './read-notes'

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
  return <NoteSection list={await readNotes(on, recordId)} today={ctx.today} actions={actions} />
}
