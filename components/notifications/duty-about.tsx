import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText, TimeText } from '@/components/shared/date-text'
import { Light } from '@/components/shared/light'
import { Tag } from '@/components/ui/tag'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { LightReason } from '@/domain/tasks/light'
import type { Duty } from '@/server/notifications/list-duties'

/** Reasons that the date beside the row says already. */
const SAID_BY_DATE: readonly LightReason[] = [
  'on_course',
  'days_left',
  'due_today',
  'overdue',
  'overdue_rest_days',
  'not_acknowledged',
]

/** Who waits and for how long, how urgent it is, where the task stands: the second line of a duty. */
export function DutyAbout({ duty, today }: { duty: Duty; today: string }) {
  const t = useTranslations('desk')
  const tasks = useTranslations('tasks')
  const words = useTaskWords()
  const { light, urgency, hat, behalf } = duty
  const shown = light && light.name !== 'idle' ? light : null
  const parts: ReactNode[] = [
    <span key="line">
      <AboutLine duty={duty} today={today} />
    </span>,
    urgency === 'none' ? null : (
      <Tag key="urgency" tone={urgency === 'extra_urgent' ? 'urgent' : 'plain'}>
        {tasks(`page.urgency.${urgency}`)}
      </Tag>
    ),
    shown ? (
      <Light
        key="light"
        light={shown.name}
        reason={SAID_BY_DATE.includes(shown.reason) ? undefined : words.lightReason(shown)}
        className="text-note"
      />
    ) : null,
    hat ? <span key="hat">{t('hat', { unit: words.nameOf(hat) })}</span> : null,
    behalf ? <Tag key="behalf">{t('behalf', { person: words.nameOf(behalf) })}</Tag> : null,
  ]
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-note text-muted">{parts.filter(Boolean)}</span>
  )
}

function AboutLine({ duty, today }: { duty: Duty; today: string }) {
  const t = useTranslations('desk.about')
  const tasks = useTranslations('tasks')
  const english = useLocale() === 'en'
  const { nameOf } = useTaskWords()
  const name = (one: Duty['unit']) => (one ? nameOf(one) : '')
  const { kind, waited, reason } = duty
  const look = (day: string | null) => {
    if (english) return 'prose'
    return day?.slice(0, 4) === today.slice(0, 4) ? 'short' : 'table'
  }
  const since = () => <DateText on={duty.sinceOn} look={look(duty.sinceOn)} />
  const lastReport = () => <DateText on={duty.lastReportOn} look={look(duty.lastReportOn)} />
  switch (kind) {
    case 'sign_off':
      return t(kind, { waited, by: name(duty.by) })
    case 'acknowledge':
      return t.rich(kind, {
        waited,
        owner: name(duty.owner),
        part: duty.part ?? 'local',
        on: since,
      })
    case 'revise': {
      const why = tasks(`reports.returnKind.${(duty.returnKind ?? 'other') as 'other'}`)
      return reason ? t('reviseWhy', { kind: why, reason }) : t(kind, { kind: why })
    }
    case 'report':
      return duty.lastReportOn ? t.rich('reportAgain', { on: lastReport }) : t('reportFirst')
    case 'send_draft':
      if (reason) return t('sentBack', { reason })
      return t.rich(kind, { at: () => <TimeText at={duty.sinceAt ?? ''} today={today} /> })
    case 'review':
      return t(kind, { waited, unit: name(duty.unit), seq: duty.seq ?? 1 })
    case 'answer_urge':
      return t(kind, {
        unit: name(duty.unit),
        level: duty.urge?.level ?? 1,
        items: duty.items,
        drafted: duty.urge?.drafted ? 'yes' : 'no',
      })
    case 'urge':
      return t.rich(duty.lastReportOn ? 'urgeAgain' : 'urge', { unit: name(duty.unit), on: lastReport })
    case 'raise_urge':
      return t(kind, { unit: name(duty.unit), level: duty.urge?.level ?? 1, waited })
    case 'rule':
      return t(kind, { waited, unit: name(duty.unit), reason: reason ?? '' })
    case 'conclude':
      return t(kind, { waited })
    case 'complete':
      return t(kind, { waited, verified: duty.verified })
    case 'approve':
    case 'dispatch_drafts':
      return t(kind, { waited, items: duty.items, by: name(duty.by) })
    case 'sign_extension':
    case 'see_note_answer':
    case 'sign_note_answer':
      return t(kind, { waited, by: name(duty.by), unit: name(duty.unit) })
    case 'send_extension':
      return t.rich('send_draft', { at: () => <TimeText at={duty.sinceAt ?? ''} today={today} /> })
    case 'endorse_extension':
    case 'grant_extension':
    case 'read_directive':
    case 'name_readers':
    case 'record_study':
      return t(kind, { waited, unit: name(duty.unit) })
    case 'sign_statement':
    case 'countersign_statement':
      return t(kind, {
        waited,
        unit: name(duty.unit),
        by: name(duty.by),
        tasks: duty.statement?.tasks ?? 0,
      })
    case 'redraw_statement':
      return t(kind, { unit: name(duty.unit), by: name(duty.by), reason: reason ?? '' })
    case 'check_bulletin':
    case 'approve_bulletin':
    case 'publish_bulletin':
      return t(kind, { waited, by: name(duty.by) })
    case 'revise_bulletin':
      return t(kind, { by: name(duty.by), reason: reason ?? '' })
    case 'answer_naming':
      return t(kind, { unit: name(duty.unit) })
    case 'answer_note':
      return t(kind, { by: name(duty.by), reason: reason ?? '' })
    case 'decompose': {
      const { total = 0, confirmed = 0 } = duty.sentences ?? {}
      return t.rich(kind, { by: name(duty.by), total, confirmed, on: since })
    }
  }
}
