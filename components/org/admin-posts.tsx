import { useLocale, useTranslations } from 'next-intl'
import type { AdminPost } from '@/server/org/list-admin-people'
import { PeriodText } from './period-text'

/** The roles of a person with their units; with their days where asked for. */
export function AdminPosts({ posts, days }: { posts: readonly AdminPost[]; days?: boolean }) {
  const t = useTranslations('shell')
  const people = useTranslations('people')
  const english = useLocale() === 'en'
  if (posts.length === 0) return <span className="text-muted">{people('noPosts')}</span>
  return (
    <ul>
      {posts.map((post) => (
        <li key={post.id} className="flex flex-wrap gap-x-3">
          {t('postAt', {
            unit: english ? post.unitNameEn : post.unitName,
            role: t(`roles.${post.role}`),
          })}
          {days ? (
            <span className="text-muted">
              <PeriodText from={post.validFromOn} to={post.validToOn} />
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
