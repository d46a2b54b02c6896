'use server'

import { fileNoteAnswer, fileNoteAnswerSchema } from '@/server/notes/file-note-answer'
import { seeNoteAnswer, seeNoteAnswerSchema } from '@/server/notes/see-note-answer'
import { sendNoteAnswerBack, sendNoteAnswerBackSchema } from '@/server/notes/send-note-answer-back'
import { signNoteAnswer, signNoteAnswerSchema } from '@/server/notes/sign-note-answer'
import { writeNote, writeNoteSchema } from '@/server/notes/write-note'
import { defineAction } from '@/server/web/define-action'

export const writeNoteAction = defineAction('write-note', writeNoteSchema, writeNote)
export const fileNoteAnswerAction = defineAction('file-note-answer', fileNoteAnswerSchema, fileNoteAnswer)
export const signNoteAnswerAction = defineAction('sign-note-answer', signNoteAnswerSchema, signNoteAnswer)
export const sendNoteAnswerBackAction = defineAction(
  'send-note-answer-back',
  sendNoteAnswerBackSchema,
  sendNoteAnswerBack,
)
export const seeNoteAnswerAction = defineAction('see-note-answer', seeNoteAnswerSchema, seeNoteAnswer)
