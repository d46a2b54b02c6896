import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '@/components/shared/section'
import type { PaperRef } from '@/domain/documents/paper-kinds'
import { PaperLinks } from './paper-links'

type Notice = { partId: string; unit: string }

type Props = {
  no: number
  notices: readonly Notice[]
  /** True where a report that this person reads has evidence. */
  evidence: boolean
}

/** The papers of a task: its sheet, the list of its evidence, and the notice to each unit whose part the reader reads. */
export function TaskPapers({ no, notices, evidence }: Props) {
  const t = useTranslations('documents')
  const rows: { key: string; name: string; of: PaperRef }[] = [
    { key: 'sheet', name: t('kinds.task-sheet'), of: { kind: 'task-sheet', no: `T${no}` } },
    ...(evidence
      ? [
          {
            key: 'evidence',
            name: t('kinds.evidence-list'),
            of: { kind: 'evidence-list', no: `T${no}` } as const,
          },
        ]
      : []),
    ...notices.map(({ partId, unit }) => ({
      key: partId,
      name: t('noticeFor', { unit }),
      of: { kind: 'task-notice', no: `T${no}`, part: partId } as const,
    })),
  ]
  return (
    <Section id="papers" title={t('papers')} className="print:hidden">
      <ul>
        {rows.map(({ key, name, of }) => (
          <PaperRow key={key} name={name}>
            <PaperLinks of={of} what={name} />
          </PaperRow>
        ))}
      </ul>
    </Section>
  )
}

/** A paper by its name, with what can be done with it. */
export function PaperRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-2 border-b py-1.5 last:border-b-0">
      <span className="min-w-0 flex-1 basis-40">{name}</span>
      <span className="flex flex-wrap gap-2">{children}</span>
    </li>
  )
}
