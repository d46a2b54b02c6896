import { useTranslations } from 'next-intl'
import { DateText, TimeText } from '@/components/shared/date-text'
import { SummaryList, type SummaryRow } from '@/components/shared/summary-list'
import type { AdminPerson } from '@/server/org/list-admin-people'
import { AdminPosts } from './admin-posts'

/** What the system administrator knows of a person. */
export function AdminPersonFacts({ person }: { person: AdminPerson }) {
  const t = useTranslations('people')
  const text = (value: string | null) => value || <DateText on={null} />
  const rows: SummaryRow[] = [
    { key: 'account', label: t('account'), value: <span className="font-mono">{person.account}</span> },
    { key: 'status', label: t('status'), value: t(person.status) },
    { key: 'name', label: t('name'), value: person.name },
    { key: 'nameEn', label: t('nameEn'), value: person.nameEn },
    { key: 'title', label: t('titleField'), value: text(person.title) },
    { key: 'titleEn', label: t('titleEn'), value: text(person.titleEn) },
    { key: 'phone', label: t('phone'), value: text(person.phone) },
    { key: 'email', label: t('email'), value: text(person.email) },
    { key: 'posts', label: t('posts'), value: <AdminPosts posts={person.posts} days /> },
    {
      key: 'password',
      label: t('password'),
      value: t(person.hasPassword ? 'passwordSet' : 'passwordMissing'),
    },
    { key: 'createdAt', label: t('createdAt'), value: <TimeText at={person.createdAt} /> },
  ]
  return <SummaryList rows={rows} ruled className="max-w-[880px]" />
}
