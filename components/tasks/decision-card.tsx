import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ExtensionDecision, type DecideAction } from '@/components/extensions/extension-decision'
import { ExtensionFacts } from '@/components/extensions/extension-facts'
import { extensionsHref } from '@/components/extensions/extension-href'
import { SeeForm, type NoteActions } from '@/components/notes/note-answer'
import { BulletinDecision } from '@/components/bulletins/bulletin-decision'
import { ClientMessages } from '@/components/shared/client-messages'
import { DateText } from '@/components/shared/date-text'
import { ButtonLink } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { CompletionDecision, type CompleteAction } from '@/components/tasks/completion-decision'
import { newId } from '@/lib/new-id'
import type { Decision } from '@/server/notifications/list-decisions'

export type DecisionActions = { decide: DecideAction; complete: CompleteAction; see: NoteActions['see'] }

type Props = { row: Decision; first: boolean; today: string; zone: string; actions: DecisionActions }

/** One decision: kind, record, how long it has waited; below it the facts and the step. */
export function DecisionCard(props: Props) {
  const t = useTranslations('overview.decisions')
  const { row } = props
  if (row.bulletin) return <BulletinDecision row={row} bulletin={row.bulletin} first={props.first} />
  const onDirective = row.kind === 'approve' || row.task_no === null
  const page = onDirective ? `/directives/D${row.directive_no}` : `/tasks/T${row.task_no}`
  return (
    <>
      <div className="flex items-baseline gap-2">
        <Tag>{t(`kinds.${row.kind}`)}</Tag>
        <Link
          href={hrefOf(row, page)}
          className="min-w-0 flex-1 font-semibold max-lg:inline-flex max-lg:min-h-11 max-lg:items-center"
        >
          {onDirective ? row.directive_title : `T${row.task_no} ${row.task_title}`}
        </Link>
        <span className="text-note whitespace-nowrap text-muted">{t('waited', { days: row.waited })}</span>
      </div>
      {row.extension ? (
        <Extension {...props} />
      ) : row.answer ? (
        <Answer {...props} />
      ) : row.statement ? (
        <Signed {...props} />
      ) : (
        <OnTask {...props} page={page} />
      )}
    </>
  )
}

function hrefOf(row: Decision, page: string): string {
  if (row.statement) return `/statements/${row.statement.no}`
  return row.extension ? extensionsHref(row.task_no ?? 0) : page
}

/** A countersignature is given where the statement can be read, with the password. */
function Signed({ row: { statement }, first }: Props) {
  const t = useTranslations('overview.decisions')
  const { nameOf } = useTaskWords()
  if (!statement) return null
  return (
    <>
      <p className="text-note text-muted">
        {t('statementFacts', {
          unit: nameOf(statement.unit),
          by: nameOf(statement.by),
          count: statement.tasks,
        })}
      </p>
      <div className="pt-1">
        <ButtonLink href={`/statements/${statement.no}`} variant={first ? 'primary' : 'default'}>
          {t('countersign')}
        </ButtonLink>
      </div>
    </>
  )
}

function Extension({ row: { extension, kind }, today, zone, actions }: Props) {
  const t = useTranslations('overview.decisions')
  const { nameOf } = useTaskWords()
  if (!extension) return null
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-2 text-note text-muted">
        {t('from', { unit: nameOf(extension.unit) })}
        {extension.late ? <Tag tone="urgent">{t('late')}</Tag> : null}
      </p>
      <ExtensionFacts extension={extension} today={today} />
      <ClientMessages namespaces={['extensions', 'tasks', 'date']}>
        <ExtensionDecision
          extension={{
            ...extension,
            blockedBy: null,
            events: [kind === 'grant_extension' ? 'grant' : 'endorse', 'refuse'],
          }}
          zone={zone}
          idempotencyKey={newId()}
          decide={actions.decide}
        />
      </ClientMessages>
    </>
  )
}

function Answer({ row: { answer }, actions }: Props) {
  const t = useTranslations('overview.decisions')
  const notes = useTranslations('notes')
  const { nameOf } = useTaskWords()
  if (!answer) return null
  return (
    <>
      <p className="text-note text-muted">{t('yourNote', { text: answer.text })}</p>
      <p className="text-note text-muted">
        {answer.handlerUnit ? notes('answer.by', { unit: nameOf(answer.handlerUnit) }) : null}
        {answer.answer?.late ? ` · ${notes('answeredLate')}` : null}
      </p>
      <p className="max-w-[38em] border-s-3 border-edge ps-3 whitespace-pre-line">{answer.answer?.text}</p>
      <ClientMessages namespaces={['notes']}>
        <SeeForm note={answer} idempotencyKey={newId()} actions={actions} />
      </ClientMessages>
    </>
  )
}

/** An approval is taken where what goes out can be checked; a completion is decided here. */
function OnTask({ row, first, today, page, actions }: Props & { page: string }) {
  const t = useTranslations('overview.decisions')
  const { nameOf } = useTaskWords()
  const approve = row.kind === 'approve'
  return (
    <>
      <p className="text-note text-muted">
        {approve
          ? t('approveFacts', { count: row.items, by: row.sent_by ? nameOf(row.sent_by) : '' })
          : t('completeFacts', {
              lead: row.lead ? nameOf(row.lead) : '',
              verified: row.verified ?? 0,
              late: row.late ? 'yes' : 'no',
            })}{' '}
        {row.dueOn ? (
          <>
            {t('due')} <DateText on={row.dueOn} today={today} />
          </>
        ) : null}
      </p>
      {!approve && row.conclusion ? (
        <p className="line-clamp-3 max-w-[38em] text-ui">{row.conclusion}</p>
      ) : null}
      {approve || !row.task_id || row.version === null ? (
        <div className="flex flex-wrap gap-2 pt-1">
          <ButtonLink href={`${page}/decompose/check`} variant={first ? 'primary' : 'default'}>
            {t('approve', { count: row.items })}
          </ButtonLink>
          <ButtonLink href={page} variant="quiet">
            {t('details')}
          </ButtonLink>
        </div>
      ) : (
        <ClientMessages namespaces={['overview', 'tasks']}>
          <CompletionDecision
            task={{ id: row.task_id, version: row.version }}
            mayReturn={row.mayReturn}
            primary={first}
            idempotencyKey={newId()}
            action={actions.complete}
          />
        </ClientMessages>
      )}
    </>
  )
}
