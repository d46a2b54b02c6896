'use client'

import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { useId, useMemo, useState } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useProblems } from '@/components/shared/use-problems'
import { Button, buttonClass } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { Column } from '@/domain/registers/columns'
import { ImportLines } from './import-lines'
import { useImport } from './use-import'

type Part = { id: string; unit: { name: string; nameEn: string } }
type ImportViewProps = {
  /** Where preview, import and the bad lines are asked for. */
  address: string
  home: { href: string; label: string }
  hint: string
  /** What is still to be done once it is imported. */
  note?: string
  columns: readonly Column[]
  /** Where lines belong to one of several parts. */
  parts?: readonly Part[]
}

/** XLSX in: choose, see every line and what is wrong with it, import what is good. Nothing is stored before that. */
export function ImportView({ address, home, hint, note, columns, parts = [] }: ImportViewProps) {
  const t = useTranslations('registers.import')
  const words = useTranslations('registers')
  const english = useLocale() === 'en'
  const id = useId()
  const [part, setPart] = useState(parts[0]?.id ?? '')
  const flow = useImport(address, part)
  const { step, file, busy, failure } = flow
  const problems = useProblems(
    useMemo(
      () => (failure ? { status: 'error' as const, failure, values: {} } : { status: 'idle' as const }),
      [failure],
    ),
  ).problems
  if (step.at === 'done') {
    return (
      <div className="grid justify-items-start gap-4 py-6" role="status">
        <p className="text-prose">{t('done', { add: step.counts.add, change: step.counts.change })}</p>
        {note ? <p className="max-w-[680px] text-muted">{note}</p> : null}
        <Link href={home.href} className={buttonClass('primary')}>
          {home.label}
        </Link>
      </div>
    )
  }
  const preview = step.at === 'preview' ? step.preview : null
  const good = preview ? preview.counts.add + preview.counts.change : 0
  return (
    <div className="grid gap-4 py-2">
      <ErrorSummary problems={problems} />
      {parts.length > 1 ? (
        <Select
          name="part"
          label={words('form.part')}
          value={part}
          disabled={preview !== null}
          onChange={(event) => setPart(event.target.value)}
          options={parts.map((one) => ({
            value: one.id,
            label: english ? one.unit.nameEn : one.unit.name,
          }))}
          className="max-w-80"
        />
      ) : null}
      <div className="grid gap-3">
        <p className="max-w-[680px] text-muted">{hint}</p>
        <div className="flex flex-wrap items-center gap-3">
          <label
            htmlFor={id}
            className={buttonClass(
              'default',
              'm',
              'cursor-pointer focus-within:outline-3 focus-within:outline-focus',
            )}
          >
            {t(preview ? 'again' : 'file')}
            <input
              id={id}
              type="file"
              accept=".xlsx"
              className="sr-only"
              onChange={(event) => {
                flow.choose(event.target.files?.[0] ?? null)
                event.target.value = ''
              }}
            />
          </label>
          {file ? <span>{file.name}</span> : null}
          {file && !preview ? (
            <Button variant="primary" pending={busy === 'read'} onClick={flow.read}>
              {t(busy === 'read' ? 'reading' : 'read')}
            </Button>
          ) : null}
        </div>
      </div>
      {preview ? (
        <>
          <ImportLines preview={preview} columns={columns} file={file?.name ?? ''} />
          <div className="sticky bottom-0 z-4 flex flex-wrap items-center gap-3 border-t bg-bg py-3 max-lg:bottom-[calc(56px+env(safe-area-inset-bottom))]">
            {good > 0 ? (
              <Button variant="primary" pending={busy === 'import'} onClick={flow.confirm}>
                {busy === 'import'
                  ? t('importing')
                  : preview.counts.bad > 0
                    ? t('confirmSome', { count: good, bad: preview.counts.bad })
                    : t('confirm', { count: good })}
              </Button>
            ) : (
              <p className="text-muted">{t('nothing')}</p>
            )}
            {preview.counts.bad > 0 ? <Button onClick={flow.downloadBad}>{t('download')}</Button> : null}
          </div>
        </>
      ) : null}
    </div>
  )
}
