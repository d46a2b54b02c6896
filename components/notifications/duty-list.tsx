import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import { AcknowledgeButton } from '@/components/tasks/acknowledge-button'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { ButtonLink } from '@/components/ui/button'
import type { ActionState } from '@/domain/action-state'
import { cx } from '@/lib/cx'
import { newId } from '@/lib/new-id'
import type { Duty } from '@/server/notifications/list-duties'
import { DutyAbout } from './duty-about'
import { dutyHref } from './duty-href'

type OnTask = ActionState<{ taskNo: number }>
type Acknowledge = (state: OnTask, payload: FormData) => Promise<OnTask>

type DutyListProps = { rows: readonly Duty[]; today: string; acknowledge: Acknowledge }

/** 现在要办: verb, what, who waits, by when, and the act; the whole row opens the place where it is done. */
export function DutyList({ rows, today, acknowledge }: DutyListProps) {
  const verbWidth =
    useLocale() === 'en'
      ? 'lg:grid-cols-[96px_minmax(0,1fr)_136px_152px]'
      : 'lg:grid-cols-[64px_minmax(0,1fr)_128px_128px]'
  return (
    <ol>
      {rows.map((duty, index) => (
        <li
          key={duty.key}
          data-desk-row
          className={cx(
            'relative grid min-h-14 items-center gap-x-4 border-b py-2 hover:bg-surface focus-within:bg-surface lg:px-2',
            'max-lg:min-h-18 max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-3',
            verbWidth,
          )}
        >
          <DutyRow duty={duty} first={index === 0} today={today} acknowledge={acknowledge} />
        </li>
      ))}
    </ol>
  )
}

function DutyRow({
  duty,
  first,
  today,
  acknowledge,
}: {
  duty: Duty
  first: boolean
  today: string
  acknowledge: Acknowledge
}) {
  const t = useTranslations('desk')
  const verb = t(`verbs.${duty.kind}`)
  const { docNumber, title } = duty.directive
  const { bulletin } = duty
  return (
    <>
      <span className="font-semibold max-lg:hidden" aria-hidden>
        {verb}
      </span>
      <div className="min-w-0 max-lg:text-prose">
        <Link
          href={dutyHref(duty)}
          data-desk-link
          className="font-semibold text-text after:absolute after:inset-0 after:content-[''] hover:no-underline"
        >
          <span className="lg:sr-only">{verb} </span>
          {bulletin
            ? (bulletin.title ?? t('passageOf', { no: bulletin.no }))
            : duty.task
              ? duty.task.title
              : [docNumber, title].filter(Boolean).join(' ')}
        </Link>
        <DutyAbout duty={duty} today={today} />
      </div>
      <DutyDate duty={duty} today={today} />
      <div className="relative z-1 justify-self-end max-lg:col-start-2 max-lg:row-span-2 max-lg:row-start-1">
        <DutyAct duty={duty} first={first} acknowledge={acknowledge} />
      </div>
    </>
  )
}

/** A date is never without its meaning. */
function DutyDate({ duty: { dueOn, due }, today }: { duty: Duty; today: string }) {
  const words = useTaskWords()
  if (!dueOn || !due) return <span className="max-lg:hidden" />
  const late = due.code === 'overdue' || due.code === 'overdue_rest_days'
  const look = dueOn.slice(0, 4) === today.slice(0, 4) ? 'short' : 'table'
  return (
    <span className="max-lg:row-start-2 max-lg:text-ui">
      <b className="whitespace-nowrap">
        <DateText on={dueOn} today={today} look={look} />
      </b>
      <span
        className={cx(
          'lg:block lg:text-note max-lg:ms-2',
          late ? 'text-off' : due.code === 'today' ? 'text-risk' : 'text-muted',
        )}
      >
        {words.due(due)}
      </span>
    </span>
  )
}

/** The first row's act is the page's primary; acknowledging needs no form and stands on every row, on a phone every act does. */
function DutyAct({ duty, first, acknowledge }: { duty: Duty; first: boolean; acknowledge: Acknowledge }) {
  const t = useTranslations('desk')
  const { kind, task, directive, assignment, bulletin } = duty
  const label = t.rich(bulletin ? 'act.bulletin' : task ? 'act.task' : 'act.directive', {
    verb: t(`verbs.${kind}`),
    no: bulletin?.no ?? task?.no ?? directive.no,
    ref: (chunks) => <span className="max-lg:sr-only">{chunks}</span>,
  })
  if (kind === 'acknowledge' && assignment) {
    return (
      <AcknowledgeButton
        action={acknowledge}
        assignmentId={assignment.id}
        version={assignment.version}
        label={label}
        idempotencyKey={newId()}
        primary={first}
      />
    )
  }
  return (
    <ButtonLink
      href={dutyHref(duty)}
      variant={first ? 'primary' : 'default'}
      className={cx('max-lg:min-w-18 max-lg:px-3!', !first && 'lg:hidden')}
    >
      {label}
    </ButtonLink>
  )
}
