import { useTranslations } from 'next-intl'
import { useFailureText } from '@/components/shared/failure-text'
import { ButtonLink } from '@/components/ui/button'
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
  if (!conclude && waits.length === 0) return null
  const reasons = waits.map(({ code, params, units }) => {
    const reason = say(code, params)
    return units.length > 0
      ? t('ofUnits', { reason, units: units.map(words.nameOf).join(t('unitsJoin')) })
      : reason
  })
  return (
    <div className="flex flex-wrap items-center gap-3 border-b py-3">
      {conclude ? <ButtonLink href={actHref(task.no, 'conclude')}>{t('conclude')}</ButtonLink> : null}
      {reasons.length > 0 ? (
        <p className="text-muted">{t('cannotComplete', { reasons: reasons.join(t('reasonJoin')) })}</p>
      ) : null}
    </div>
  )
}
