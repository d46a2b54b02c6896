'use client'

import { useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/shared/error-summary'
import { dropAllDrafts } from '@/components/shared/draft-store'
import { useProblems } from '@/components/shared/use-problems'
import { TimeText } from '@/components/shared/date-text'
import { useFormAction } from '@/components/shared/use-form-action'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import type { OwnSession } from '@/server/org/own-sessions'
import { deviceOf } from './device'

type EndOne = (before: ActionState<unknown>, form: FormData) => Promise<ActionState<unknown>>
type Props = {
  sessions: readonly OwnSession[]
  today: string
  zone: string
  endOne: EndOne
  endAll: () => Promise<void>
}

/** Where the person is signed in; each place can be ended alone, or all at once. */
export function OwnSessions({ sessions, today, zone, endOne, endAll }: Props) {
  const t = useTranslations('me.sessions')
  const [state, submit] = useFormAction(endOne)
  const { problems } = useProblems(state)
  const time = (at: string) => <TimeText at={at} today={today} zone={zone} />
  return (
    <div className="grid gap-4">
      <ErrorSummary problems={problems} title={t('notEnded')} />
      <ul className="border-t">
        {sessions.map(({ id, current, userAgent, address, startedAt, seenAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-2">
            <div className="min-w-0 flex-1">
              <p>
                <b className="font-semibold">{deviceText(userAgent, t)}</b>
                {current ? <span className="ms-2 text-muted">{t('current')}</span> : null}
              </p>
              <p className="text-note text-muted">
                {t.rich('facts', {
                  address: address || t('noAddress'),
                  started: () => time(startedAt),
                  seen: () => time(seenAt),
                })}
              </p>
            </div>
            {current ? null : (
              <form action={submit}>
                <input type="hidden" name="sessionId" value={id} />
                <input type="hidden" name="idempotencyKey" value={`end:${id}`} />
                <SubmitButton variant="default" size="s">
                  {t('end')}
                  <span className="sr-only">{deviceText(userAgent, t)}</span>
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form action={endAll} onSubmit={() => dropAllDrafts()} className="grid justify-items-start gap-1">
        <SubmitButton variant="danger">{t('endAll')}</SubmitButton>
        <p className="text-note text-muted">{t('endAllNote')}</p>
      </form>
    </div>
  )
}

function deviceText(userAgent: string, t: ReturnType<typeof useTranslations<'me.sessions'>>): string {
  const { browser, system } = deviceOf(userAgent)
  if (browser && system) return t('device', { browser, system })
  return browser ?? system ?? t('unknownDevice')
}
