import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { Tag } from '@/components/ui/tag'
import type { AdminAccount } from '@/server/org/list-accounts'

type Props = { account: Pick<AdminAccount, 'lockedUntil' | 'failures' | 'hasPassword'>; today: string }

/** What stands against signing in: a lock with its end, failures that count, a missing password; else that all is well. */
export function AccountState({ account, today }: Props) {
  const t = useTranslations('accounts')
  const { lockedUntil, failures, hasPassword } = account
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      {lockedUntil ? (
        <b>{t.rich('lockedUntil', { time: () => <TimeText at={lockedUntil} today={today} /> })}</b>
      ) : null}
      {failures > 0 ? <span>{t('failures', { count: failures })}</span> : null}
      {hasPassword ? null : <Tag tone="gap">{t('noPassword')}</Tag>}
      {hasPassword && failures === 0 ? <span className="text-muted">{t('normal')}</span> : null}
    </span>
  )
}
