import { PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { DateText, TimeText } from '@/components/shared/date-text'
import { StatusTag } from '@/components/shared/status-tag'
import { Tag } from '@/components/ui/tag'
import { textLang } from '@/components/reports/text-lang'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { newId } from '@/lib/new-id'
import type { NoteView } from '@/server/notes/list-notes'
import { NoteAnswer, type NoteActions } from './note-answer'

/** A leader's note: a pen sign and a double rule in navy; below it who answers by when, the answer, and the step that is this person's. */
export function NoteCard({ note, today, actions }: { note: NoteView; today: string; actions: NoteActions }) {
  const t = useTranslations('notes')
  const words = useTaskWords()
  const { handler, answer } = note
  return (
    <article
      id={`note-${note.id}`}
      className="scroll-mt-20 border-y-4 border-double border-brand py-2"
      aria-label={`${t('title')} ${words.nameOf(note.by)}`}
    >
      <p className="flex items-baseline gap-2 text-note text-muted">
        <PenLine aria-hidden className="size-4 shrink-0 self-center text-brand" />
        <b className="text-text">{words.nameOf(note.by)}</b>
        <TimeText at={note.at} today={today} />
      </p>
      {note.report ? (
        <p className="text-note text-muted">
          {t('of', { unit: words.nameOf(note.report.unit), seq: note.report.seq })}
        </p>
      ) : null}
      <p lang={textLang(note.text)} className="text-prose whitespace-pre-line">
        {note.text}
      </p>
      {handler ? (
        <p className="flex flex-wrap items-baseline gap-2 text-note">
          <span>
            {t.rich('asks', {
              unit: words.nameOf(handler),
              on: () => (
                <b>
                  <DateText on={note.dueOn} today={today} />
                </b>
              ),
            })}
          </span>
          <StatusTag>
            {note.released ? t(`released.${note.released}`) : t(note.answered ? 'answered' : 'waiting')}
          </StatusTag>
          {note.overdue ? <Tag tone="urgent">{t('overdue')}</Tag> : null}
        </p>
      ) : null}
      {handler && answer?.status === 'answered' ? (
        <div className="mt-1 border-s-3 border-edge ps-3">
          <p className="text-note text-muted">
            {t('answer.by', { unit: words.nameOf(handler) })} · {words.nameOf(answer.by)} ·{' '}
            <TimeText at={answer.at} today={today} />
            {answer.late ? ` · ${t('answeredLate')}` : null}
          </p>
          <p lang={textLang(answer.text)} className="whitespace-pre-line">
            {answer.text}
          </p>
        </div>
      ) : null}
      <ClientMessages namespaces={['notes']}>
        <NoteAnswer note={note} idempotencyKey={newId()} actions={actions} />
      </ClientMessages>
    </article>
  )
}
