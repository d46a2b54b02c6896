import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AdminCounts } from '@/server/org/admin-counts'

/** What waits for an administrator, each a line that leads to where it is mended; leaves when it is. */
export function AdminTodo({ counts }: { counts: AdminCounts }) {
  const t = useTranslations('jobs.admin')
  const lines = [
    { href: '/admin/run', count: counts.failedJobs, words: t('jobs', { count: counts.failedJobs }) },
    { href: '/admin/calendar', count: counts.calendar, words: t('calendar') },
    { href: '/admin/accounts', count: counts.locked, words: t('locked', { count: counts.locked }) },
    { href: '/admin/changes', count: counts.changes, words: t('changes', { count: counts.changes }) },
  ].filter(({ count }) => count > 0)
  return (
    <ul>
      {lines.map(({ href, words }) => (
        <li key={href} data-desk-row className="border-b hover:bg-surface lg:px-2">
          <Link href={href} data-desk-link className="flex min-h-12 items-center font-semibold text-text">
            {words}
          </Link>
        </li>
      ))}
    </ul>
  )
}
