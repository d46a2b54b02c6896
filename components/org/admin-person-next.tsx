import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import type { HeldCounts } from '@/server/org/handover/held-duties'
import type { AdminPerson } from '@/server/org/list-admin-people'
import { ConsoleCommand } from './console-command'
import { HeldInNumbers } from './held-in-numbers'

/** What is still to be done for a person in post, and by whom: a role, a password, the work in hand. */
export function AdminPersonNext({ person, held }: { person: AdminPerson; held: HeldCounts }) {
  const t = useTranslations('people')
  return (
    <>
      {person.posts.length === 0 ? <p className="pt-3 text-muted">{t('noPostsNote')}</p> : null}
      {person.hasPassword ? null : (
        <Section id="link" title={t('linkTitle')} className="max-w-[880px]">
          <div className="grid gap-2">
            <p>{t('linkText')}</p>
            <ConsoleCommand account={person.account} />
          </div>
        </Section>
      )}
      <HeldInNumbers counts={held} personId={person.id} />
    </>
  )
}
