import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import { TimelineEvents } from '@/components/shared/timeline-events'
import { ChipLink } from '@/components/ui/chip'
import type { HistoryEntry, HistoryKind, TaskHistory } from '@/server/tasks/task-history'
import { useTaskWords } from './use-task-words'

const KINDS = [
  'all',
  'flow',
  'report',
  'note',
  'urge',
  'extension',
  'system',
] as const satisfies readonly HistoryKind[]

type TaskHistoryListProps = {
  no: number
  history: TaskHistory
  kind: HistoryKind
  /** Not the newest page. */
  paged: boolean
  today: string
}

/** 办理经过: one list for everything, newest first, in words. */
export function TaskHistoryList({ no, history, kind, paged, today }: TaskHistoryListProps) {
  const t = useTranslations('tasks')
  const title = useEntryWords()
  const href = (wanted: HistoryKind, before?: string) => {
    const query = new URLSearchParams()
    if (wanted !== 'all') query.set('history', wanted)
    if (before) query.set('before', before)
    return `/tasks/T${no}${query.size > 0 ? `?${query}` : ''}#history`
  }
  return (
    <Section id="history" title={t('page.history')} note={t('history.note', { count: history.total })}>
      <p className="mb-3 flex flex-wrap gap-2">
        {KINDS.map((one) => (
          <ChipLink key={one} href={href(one)} current={one === kind}>
            {t(`history.kinds.${one}`)}
          </ChipLink>
        ))}
      </p>
      {history.entries.length === 0 ? <p className="text-muted">{t('history.none')}</p> : null}
      <TimelineEvents
        label={t('history.label')}
        events={history.entries.map((entry) => ({
          id: entry.id,
          ...title(entry),
          strong: entry.event === 'note.written',
          at: entry.at,
          when: <TimeText at={entry.at} today={today} />,
        }))}
      />
      <p className="flex gap-4">
        {history.older ? (
          <Link href={href(kind, history.older)} className="inline-block min-h-6 max-md:min-h-11">
            {t('history.older')}
          </Link>
        ) : null}
        {paged ? <Link href={href(kind)}>{t('history.newest')}</Link> : null}
      </p>
    </Section>
  )
}

/** An entry in words: the act, of what, and who did it (name · unit · role). */
function useEntryWords() {
  const t = useTranslations('tasks')
  const shell = useTranslations('shell')
  const words = useTaskWords()
  return (entry: HistoryEntry) => {
    const key = `history.events.${entry.event.replace('.', '_')}`
    const text = [
      entry.about ? words.nameOf(entry.about) : null,
      entry.seq === null ? null : t('history.seq', { seq: entry.seq }),
      entry.claimed === null || entry.verified !== null
        ? null
        : t('history.claimed', { points: entry.claimed }),
      entry.verified === null ? null : t('history.verified', { points: entry.verified }),
      entry.takenBy ? t('history.to', { unit: entry.takenBy }) : null,
      entry.returnKind ? t(`reports.returnKind.${entry.returnKind as 'other'}`) : null,
      entry.reason,
    ]
    const by = entry.bySystem
      ? [t('history.automatic')]
      : [
          words.nameOf(entry.by),
          entry.unit ? words.nameOf(entry.unit) : null,
          entry.role ? shell(`roles.${entry.role}`) : null,
        ]
    return {
      title: t.has(key as 'title') ? t(key as 'title') : entry.event,
      text: text.filter(Boolean).join(' · '),
      by: by.filter(Boolean).join(' · '),
    }
  }
}
