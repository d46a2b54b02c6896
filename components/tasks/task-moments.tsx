import { useTranslations } from 'next-intl'
import { useFailureText } from '@/components/shared/failure-text'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { TaskPage } from '@/server/tasks/get-task'
import { actHref } from './task-acts'
import { useTaskWords } from './use-task-words'

/** Acts on the whole task besides the first one; what cannot be done yet is a sentence that says why, not a dead button. */
export function TaskMoments({ task }: { task: TaskPage }) {
  const t = useTranslations('tasks.acts')
  const say = useFailureText()
  const words = useTaskWords()
  const { complete, conclude } = task.acts
  const waits = complete && !complete.possible && complete.missing.length > 0 ? complete.missing : []
  const possible = task.moments.filter((one) => one.possible && one.act !== task.primary?.act)
  const later = task.moments.flatMap(({ act, reason }) => (reason ? [{ act, reason }] : []))
  if (!conclude && waits.length === 0 && possible.length === 0 && later.length === 0) return null
  const reasons = waits.map(({ code, params, units }) => {
    const reason = say(code, params)
    return units.length > 0
      ? t('ofUnits', { reason, units: units.map(words.nameOf).join(t('unitsJoin')) })
      : reason
  })
  return (
    <div className="grid gap-2 border-b py-3 print:hidden">
      <div className="flex flex-wrap items-center gap-3">
        {conclude ? <ButtonLink href={actHref(task.no, 'conclude')}>{t('conclude')}</ButtonLink> : null}
        {possible.map(({ act }) => (
          <ButtonLink key={act} href={actHref(task.no, act)}>
            {t(`moments.${act}`)}
          </ButtonLink>
        ))}
      </div>
      {reasons.length > 0 ? (
        <p className="text-muted">{t('cannotComplete', { reasons: reasons.join(t('reasonJoin')) })}</p>
      ) : null}
      {later.length > 0 ? (
        <Disclosure summary={t('later', { count: later.length })}>
          <ul className="grid gap-1 text-muted">
            {later.map(({ act, reason }) => (
              <li key={act}>
                {t('laterOne', { act: t(`moments.${act}`), reason: say(reason.code, reason.params) })}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  )
}
