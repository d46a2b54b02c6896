import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { LightCounts } from '@/components/shared/light'
import { ProgressPair } from '@/components/shared/progress-pair'
import type { TaskBelow } from '@/server/tasks/task-below'

type Level = TaskBelow['nodes'][number]['levels'][number]

/** All levels below, one row a kind of unit: provinces, cities, counties. */
export function BelowLevels({ levels, narrow = false }: { levels: readonly Level[]; narrow?: boolean }) {
  const t = useTranslations('cascade')
  const of = (n: number, total: number) => t('ofTotal', { n, total })
  const columns: Column<Level>[] = [
    {
      key: 'kind',
      label: t('below.level'),
      rowHeader: true,
      cell: (level) => t(`kind.${level.kind}`),
    },
    ...(['acknowledged', 'reported', 'completed'] as const).map(
      (key): Column<Level> => ({
        key,
        label: t(key),
        numeric: true,
        nowrap: true,
        cell: (level) => of(level[key], level.total),
      }),
    ),
    ...(narrow
      ? []
      : [
          {
            key: 'progress',
            label: t('weighted'),
            width: '180px',
            cell: (level: Level) => <ProgressPair claimed={level.claimed} verified={level.verified} />,
          },
          {
            key: 'lights',
            label: t('lights'),
            cell: (level: Level) => (
              <LightCounts
                counts={(['off', 'risk', 'ok', 'idle', 'done'] as const).map((light) => ({
                  light,
                  count: level.lights[light],
                }))}
              />
            ),
          },
        ]),
  ]
  return (
    <DataTable
      caption={t('below.levelsTitle')}
      columns={columns}
      rows={levels}
      rowKey={(level) => level.kind}
    />
  )
}
