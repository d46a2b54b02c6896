import { useTranslations } from 'next-intl'
import type { DraftPart } from '@/domain/directives/draft/model'
import { useWorkspaceFacts } from './workspace-context'

/** The tasks that a suggestion rests on, each to be opened; nothing where none does. */
export function PastTasks({ parts }: { parts: readonly Pick<DraftPart, 'id' | 'unitId' | 'reason'>[] }) {
  const t = useTranslations('workspace.reasons')
  const { unitName } = useWorkspaceFacts()
  const past = parts.filter((part) => part.reason?.code === 'past' && part.reason.tasks?.length)
  return past.map((part) => (
    <p key={part.id} className="w-full text-note text-muted">
      {t('pastTasks', { unit: unitName(part.unitId) })}
      {part.reason?.tasks?.map((no) => (
        <a
          key={no}
          href={`/tasks/T${no}`}
          target="_blank"
          rel="noreferrer"
          className="me-2 inline-block underline underline-offset-3"
        >
          {`T${no}`}
        </a>
      ))}
    </p>
  ))
}
