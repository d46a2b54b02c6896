'use client'

import { joined } from '@/domain/documents/words'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/components/shared/data-table'
import { useFailureText } from '@/components/shared/failure-text'
import { Button } from '@/components/ui/button'
import { nameIn, type Column } from '@/domain/registers/columns'
import type { ImportPreview } from '@/server/registers/read-import'

const STEP = 100
type Line = ImportPreview['lines'][number]

/** Every line of a workbook: what becomes of it, its cells, what is wrong with it and what to do. Bad ones first, on request alone. */
export function ImportLines({
  preview,
  columns,
  file,
}: {
  preview: ImportPreview
  columns: readonly Column[]
  file: string
}) {
  const t = useTranslations('registers')
  const locale = useLocale()
  const say = useFailureText()
  const { counts, lines, unknown } = preview
  const [onlyBad, setOnlyBad] = useState(counts.bad > 0)
  const [shown, setShown] = useState(STEP)
  const wanted = onlyBad ? lines.filter((one) => one.act === 'bad') : lines
  const nameOf = (key: string) => {
    const column = columns.find((one) => one.key === key)
    return column ? nameIn(column, locale) : t('columns.no')
  }
  const join = (words: string[]) => joined({ language: locale }, words)
  const acts = ['add', 'change', 'same', 'bad'] as const
  return (
    <section aria-label={t('import.preview', { file, count: lines.length })} className="grid gap-2">
      <p className="flex flex-wrap gap-x-4" role="status">
        <b>{t('import.preview', { file, count: lines.length })}</b>
        {acts.map((act) =>
          counts[act] > 0 ? (
            <span key={act} className={act === 'bad' ? 'font-semibold text-off' : undefined}>
              {t(`import.${act}`, { count: counts[act] })}
            </span>
          ) : null,
        )}
        {counts.bad > 0 ? (
          <Button size="s" variant="quiet" onClick={() => setOnlyBad(!onlyBad)}>
            {t(onlyBad ? 'import.allLines' : 'import.onlyBad')}
          </Button>
        ) : null}
      </p>
      {unknown.length > 0 ? (
        <p className="text-risk">{t('import.unknown', { columns: join(unknown) })}</p>
      ) : null}
      <DataTable<Line>
        caption={t('import.preview', { file, count: lines.length })}
        rows={wanted.slice(0, shown)}
        rowKey={(line) => String(line.line)}
        density="s"
        columns={[
          {
            key: 'line',
            label: t('import.line'),
            rowHeader: true,
            numeric: true,
            width: '64px',
            cell: (line) => line.line,
          },
          {
            key: 'act',
            label: t('import.act'),
            width: '28%',
            cell: (line) => (
              <>
                <span className={line.act === 'bad' ? 'font-semibold text-off' : undefined}>
                  {line.act === 'same' && line.row === null
                    ? t('import.acts.standing')
                    : t(`import.acts.${line.act}`, { row: line.row ?? 0 })}
                </span>
                {line.problems.map(({ path, code, params }) => (
                  <span key={`${path}${code}`} className="block">
                    {t('import.fault', { column: nameOf(path), what: say(code, params) })}
                  </span>
                ))}
                {line.changed.length > 0 ? (
                  <span className="block text-note text-muted">
                    {t('import.changedCells', { columns: join(line.changed.map(nameOf)) })}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: 'what',
            label: t('import.what'),
            cell: (line) =>
              columns
                .map((column) => line.raw[column.key] ?? '')
                .filter((words) => words !== '')
                .join(' · '),
          },
        ]}
      />
      {wanted.length > shown ? (
        <div>
          <Button onClick={() => setShown(shown + STEP)}>
            {t('import.more', { count: Math.min(STEP, wanted.length - shown) })}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
