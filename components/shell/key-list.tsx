import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/shared/data-table'

const EVERYWHERE = [
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

const IN_TASKS = [
  ['J', 'K', 'ledger.move'],
  ['X', null, 'ledger.choose'],
  ['Shift X', null, 'ledger.chooseTo'],
  ['Space', null, 'ledger.preview'],
  ['Enter', null, 'ledger.open'],
  ['Ctrl Enter', null, 'ledger.newTab'],
  ['F', null, 'ledger.filter'],
  ['V', null, 'ledger.view'],
  ['C', null, 'ledger.columns'],
  ['U', null, 'ledger.urge'],
] as const

type Keys = readonly (readonly [string, string | null, (typeof EVERYWHERE | typeof IN_TASKS)[number][2]])[]

/** The keys that work everywhere and those of the task list; here keys are words to be read, so they are not hidden from anyone. */
export function KeyList() {
  const t = useTranslations('shell.keyList')
  return (
    <div className="grid max-w-[560px] gap-2">
      <KeyTable caption={t('help')} keys={EVERYWHERE} />
      <KeyTable caption={t('ledger.title')} keys={IN_TASKS} shown />
      <p className="text-note text-muted">{t('ledger.arrows')}</p>
      <p className="text-note text-muted">{t('pageNote')}</p>
    </div>
  )
}

function KeyTable({ caption, keys, shown }: { caption: string; keys: Keys; shown?: boolean }) {
  const t = useTranslations('shell.keyList')
  return (
    <DataTable
      caption={caption}
      showCaption={shown}
      density="s"
      rows={keys}
      rowKey={([, , act]) => act}
      columns={[
        {
          key: 'key',
          label: t('title'),
          width: '40%',
          rowHeader: true,
          cell: ([first, second, act]) => (
            <span>
              <kbd className="font-sans">{first === 'Space' ? t('ledger.space') : first}</kbd>
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
  )
}
