import { useTranslations } from 'next-intl'
import { DateText, TimeText } from '@/components/shared/date-text'
import { SummaryList, type SummaryRow } from '@/components/shared/summary-list'
import { textLang } from '@/components/reports/text-lang'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { ExtensionFactsView } from '@/server/extensions/extension-view'

/** What a request asks for and why, who has had it, and in which words they decided. */
export function ExtensionFacts({ extension, today }: { extension: ExtensionFactsView; today: string }) {
  const t = useTranslations('extensions')
  const words = useTaskWords()
  const { originalDueOn, previousDueOn, requestedDueOn, grantedDueOn, newDate, status } = extension
  const to = grantedDueOn ?? requestedDueOn
  const stepName = (step: ExtensionFactsView['steps'][number]['step']) => {
    if (step !== 'decided') return t(`steps.${step}`)
    if (extension.endedWith) return t(`ended.${extension.endedWith}`)
    return t(`steps.${status === 'granted' || status === 'withdrawn' ? status : 'refused'}`)
  }
  const rows: SummaryRow[] = [
    {
      key: 'dates',
      label: t('facts.dates'),
      value: (
        <>
          {t.rich('facts.move', {
            from: () =>
              status === 'granted' ? (
                <s className="text-muted">
                  <DateText on={previousDueOn} />
                </s>
              ) : (
                <DateText on={previousDueOn} />
              ),
            to: () => (
              <b>
                <DateText on={to} today={today} />
              </b>
            ),
          })}
          {newDate ? (
            <span className="ms-2 text-muted">{t('facts.gained', { days: newDate.gained })}</span>
          ) : null}
          {originalDueOn && originalDueOn !== previousDueOn ? (
            <span className="block text-note text-muted">
              {t('facts.first')} <DateText on={originalDueOn} />
            </span>
          ) : null}
          {newDate?.next ? (
            <span className="block text-note text-risk">
              {t.rich('facts.rest', {
                date: () => <DateText on={to} today={today} />,
                next: () => <DateText on={newDate.next} today={today} />,
              })}
            </span>
          ) : null}
          {newDate?.unpublished ? (
            <span className="block text-note text-risk">
              {t('facts.unpublished', { year: String(newDate.unpublished) })}
            </span>
          ) : null}
        </>
      ),
    },
    ...(extension.reasonKind
      ? [{ key: 'kind', label: t('facts.kind'), value: t(`reasons.${extension.reasonKind}`) }]
      : []),
    ...(extension.reason
      ? [
          {
            key: 'reason',
            label: t('facts.reason'),
            value: <span lang={textLang(extension.reason)}>{extension.reason}</span>,
          },
        ]
      : []),
    ...(extension.change
      ? [
          {
            key: 'change',
            label: t('facts.change'),
            value: <span lang={textLang(extension.change)}>{extension.change}</span>,
          },
        ]
      : []),
    {
      key: 'steps',
      label: t('facts.steps'),
      value: (
        <ol className="grid gap-0.5">
          {extension.steps.map(({ step, by, at, note }) => (
            <li key={step}>
              {stepName(step)} {by ? words.nameOf(by) : ''}{' '}
              {at ? (
                <span className="text-note text-muted">
                  <TimeText at={at} today={today} />
                </span>
              ) : null}
              {note ? (
                <span lang={textLang(note)} className="block text-muted">
                  {note}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      ),
    },
  ]
  return <SummaryList rows={rows} className="max-w-[640px] gap-1.5!" />
}
