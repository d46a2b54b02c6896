import { useTranslations } from 'next-intl'
import type { Role } from '@/domain/permissions/roles'
import { DataTable } from '@/components/shared/data-table'
import { SummaryList } from '@/components/shared/summary-list'

type Person = {
  account: string
  name: string
  nameEn: string
  title: string
  titleEn: string
  posts: readonly {
    role: Role
    unitId: string
    unitName: string
    unitNameEn: string
    for?: { name: string; nameEn: string } | null
  }[]
}

/** 我的岗位: who one is here, and in which unit with which role. */
export function PostList({ person, english }: { person: Person; english: boolean }) {
  const t = useTranslations('shell')
  const title = english ? person.titleEn || person.title : person.title
  return (
    <div className="grid gap-4">
      <SummaryList
        rows={[
          { key: 'account', label: t('mePage.account'), value: person.account },
          {
            key: 'name',
            label: t('mePage.name'),
            value: english ? `${person.nameEn} ${person.name}` : person.name,
          },
          ...(title ? [{ key: 'title', label: t('mePage.post'), value: title }] : []),
        ]}
      />
      {person.posts.length === 0 ? (
        <p className="text-muted">{t('mePage.noPosts')}</p>
      ) : (
        <div className="max-w-[560px]">
          <DataTable
            caption={t('posts')}
            rows={person.posts}
            rowKey={(post) => `${post.unitId}-${post.role}-${post.for?.name ?? ''}`}
            columns={[
              {
                key: 'unit',
                label: t('mePage.unit'),
                rowHeader: true,
                cell: (post) => (english ? post.unitNameEn || post.unitName : post.unitName),
              },
              {
                key: 'role',
                label: t('mePage.role'),
                cell: (post) =>
                  post.for
                    ? t('mePage.roleFor', {
                        role: t(`roles.${post.role}`),
                        person: english ? post.for.nameEn || post.for.name : post.for.name,
                      })
                    : t(`roles.${post.role}`),
              },
            ]}
          />
          <p className="mt-2 text-note text-muted">{t('mePage.postsNote')}</p>
        </div>
      )}
    </div>
  )
}
