import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { DateText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import { textLang } from '@/components/reports/text-lang'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { newId } from '@/lib/new-id'
import type { StudyList, StudyOfUnit } from '@/server/study/list-study'
import { ConfirmReading, NameReaders, RecordStudy, RequireStudy, type StudyActions } from './study-forms'

type Props = { directiveId: string; study: StudyList; today: string; actions: StudyActions }

/** 传达学习 on a directive's page: who must read and has, what each unit recorded, and the acts of this person; nothing where it concerns nobody here. */
export function StudySection({ directiveId, study, today, actions }: Props) {
  const t = useTranslations('study')
  const { units, choices, requires } = study
  if (units.length === 0 && !requires) return null
  const readers = units.flatMap((one) => one.readers)
  const read = readers.filter((one) => one.confirmedAt !== null).length
  const recorded = units.filter((one) => one.recordedBy !== null).length
  return (
    <Section
      id="study"
      title={t('title')}
      note={
        units.length > 0
          ? t('summary', { units: units.length, read, readers: readers.length, recorded })
          : null
      }
    >
      {units.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ul>
        {units.map((one) => (
          <li key={one.unitId} className="grid gap-1 border-b py-2 last:border-b-0">
            <Unit {...{ directiveId, one, today, actions }} />
          </li>
        ))}
      </ul>
      {requires && choices.length > 0 ? (
        <details className="mt-2 print:hidden">
          <summary className="inline-flex min-h-8 cursor-pointer items-center font-semibold text-link max-md:min-h-11">
            {t('require')}
          </summary>
          <ClientMessages namespaces={['study']}>
            <RequireStudy {...{ directiveId, choices, action: actions.require, idempotencyKey: newId() }} />
          </ClientMessages>
        </details>
      ) : null}
    </Section>
  )
}

function Unit({ directiveId, one, today, actions }: Omit<Props, 'study'> & { one: StudyOfUnit }) {
  const t = useTranslations('study')
  const { nameOf } = useTaskWords()
  const read = one.readers.filter((reader) => reader.confirmedAt !== null)
  const pending = one.readers.filter((reader) => reader.confirmedAt === null)
  const { acts } = one
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b>{nameOf(one.unit)}</b>
        <span>
          {one.named ? t('read', { read: read.length, readers: one.readers.length }) : t('notNamed')}
        </span>
        <span className="text-muted">
          {one.recordedBy
            ? t.rich('recorded', {
                by: nameOf(one.recordedBy),
                on: () => <DateText on={one.studiedOn} today={today} />,
              })
            : t('notRecorded')}
        </span>
      </p>
      {pending.length > 0 ? (
        <p className="text-note text-muted">
          {t('pending', { names: pending.map((reader) => nameOf(reader)).join(t('comma')) })}
        </p>
      ) : null}
      {one.recordedBy ? (
        <p lang={textLang(one.record)} className="max-w-[38em] border-s-3 border-edge ps-3">
          <span className="text-muted">{one.attendance}</span>
          <span className="block whitespace-pre-line">{one.record}</span>
        </p>
      ) : null}
      {acts.confirm || acts.name || acts.record ? (
        <ClientMessages namespaces={['study', 'tasks', 'date']}>
          {acts.confirm ? (
            <ConfirmReading {...{ directiveId, one, action: actions.confirm, idempotencyKey: newId() }} />
          ) : null}
          {acts.name ? (
            <NameReaders {...{ directiveId, one, action: actions.name, idempotencyKey: newId() }} />
          ) : null}
          {acts.record ? (
            <RecordStudy {...{ directiveId, one, today, action: actions.record, idempotencyKey: newId() }} />
          ) : null}
        </ClientMessages>
      ) : null}
    </>
  )
}
