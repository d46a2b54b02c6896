import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { PressKeys } from '@/components/shared/press-keys'
import { Kbd } from '@/components/ui/kbd'
import { Section } from '@/components/shared/section'
import { newId } from '@/lib/new-id'
import type { NoteList } from '@/server/notes/list-notes'
import type { NoteActions } from './note-answer'
import { NoteCard } from './note-card'
import { NoteForm, type WriteNoteAction } from './note-form'

type Props = { list: NoteList; today: string; actions: NoteActions & { write: WriteNoteAction } }

/** Is there a note, or may one be written? */
export function showsNotes({ notes, write }: NoteList) {
  return notes.length > 0 || Boolean(write)
}

/** 批示 pinned beside a record, newest first; a leader writes one here (P). Nothing where there is none and none may be written. */
export function NoteSection({ list, today, actions }: Props) {
  const t = useTranslations('notes')
  const { notes, write } = list
  if (!showsNotes(list)) return null
  return (
    <Section
      id="notes"
      title={t('title')}
      note={notes.length > 0 ? t('count', { count: notes.length }) : null}
    >
      <div className="grid gap-3">
        {notes.map((note) => (
          <NoteCard key={note.id} note={note} today={today} actions={actions} />
        ))}
        {write ? (
          <details className="print:hidden">
            <summary
              data-press="write-note"
              className="inline-flex min-h-8 cursor-pointer items-center gap-2 rounded border border-edge px-3 font-semibold text-link max-md:min-h-11"
            >
              {t('write')} <Kbd>P</Kbd>
            </summary>
            <ClientMessages namespaces={['notes', 'tasks', 'date']}>
              <NoteForm
                key={notes[0]?.id ?? 'first'}
                write={write}
                idempotencyKey={newId()}
                action={actions.write}
              />
              <PressKeys keys={{ KeyP: 'write-note' }} />
            </ClientMessages>
          </details>
        ) : null}
      </div>
    </Section>
  )
}
