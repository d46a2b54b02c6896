import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/shared/data-table'

const KEYS = [
  ['G', 'D', 'goDesk'],
  ['G', 'T', 'goTasks'],
  ['G', 'F', 'goFiles'],
  ['G', 'R', 'goReview'],
  ['G', 'O', 'goOverview'],
  ['G', 'N', 'goNotices'],
  ['Ctrl K', '/', 'search'],
  ['J', 'K', 'next'],
  ['Enter', null, 'open'],
  ['E', null, 'inline'],
  ['?', null, 'help'],
] as const

/** The keys that work everywhere; here keys are words to be read, so they are not hidden from anyone. */
export function KeyList() {
  const t = useTranslations('shell.keyList')
  return (
    <div className="grid max-w-[560px] gap-2">
      <DataTable
        caption={t('help')}
        density="s"
        rows={KEYS}
        rowKey={([, , act]) => act}
        columns={[
          {
            key: 'key',
            label: t('title'),
            width: '40%',
            rowHeader: true,
            cell: ([first, second, act]) => (
              <span>
                <kbd className="font-sans">{first}</kbd>
                {second ? (
                  <>
                    {act.startsWith('go') ? ` ${t('then')} ` : t('or')}
                    <kbd className="font-sans">{second}</kbd>
                  </>
                ) : null}
              </span>
            ),
          },
          { key: 'act', label: t('act'), card: 'bare', cell: ([, , act]) => t(act) },
        ]}
      />
      <p className="text-note text-muted">{t('pageNote')}</p>
    </div>
  )
}
