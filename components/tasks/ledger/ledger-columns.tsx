'use client'

import { ArrowDown, ArrowUp, Columns3, FoldHorizontal, UnfoldHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRefilter } from '@/components/shared/refilter'
import { Checkbox } from '@/components/ui/checkbox'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import {
  boundedWidth,
  COLUMN_WIDTHS,
  formatWidths,
  WIDTH_LIMITS,
  type ColumnWidths,
  type LedgerColumn,
} from '@/domain/tasks/ledger-look'
import { sizedHref } from './column-grip'

type LedgerColumnsProps = {
  /** Every column with its name: first those that are drawn, in their order. */
  columns: readonly { key: LedgerColumn; label: string; on: boolean; fixed: boolean }[]
  widths: ColumnWidths
  /** The address without its columns and their widths. */
  href: string
}

/** Which columns, in what order, how wide: boxes and buttons, applied at once; the address keeps it. */
export function LedgerColumns({ columns, widths: first, href }: LedgerColumnsProps) {
  const t = useTranslations('ledger.columns')
  const go = useRefilter()
  const [list, setList] = useState(columns)
  const [widths, setWidths] = useState(first)
  const [said, setSaid] = useState('')

  function apply(next: typeof list, words = '', sizes = widths) {
    setList(next)
    setWidths(sizes)
    setSaid(words)
    const chosen = next.filter((column) => column.on).map((column) => column.key)
    go(sizedHref(`${href}&cols=${chosen.join(',')}`, sizes))
  }
  function size({ key, label }: (typeof list)[number], by: number) {
    const px = boundedWidth((widths[key] ?? COLUMN_WIDTHS[key]) + by)
    apply(list, t('sized', { column: label, px }), { ...widths, [key]: px })
  }
  function move(at: number, by: number) {
    const next = [...list]
    const [column] = next.splice(at, 1)
    if (!column) return
    next.splice(at + by, 0, column)
    apply(next, t('moved', { column: column.label, place: at + by + 1 }))
  }
  return (
    <Menu
      press="ledger-columns"
      className="max-md:hidden [&>summary]:rounded [&>summary]:border [&>summary]:border-edge [&>summary]:px-3"
      trigger={
        <>
          <Columns3 className="size-4" />
          {t('label')}
        </>
      }
    >
      <ul aria-label={t('label')} className="grid px-3 py-1">
        {list.map((column, at) => (
          <li key={column.key} className="flex items-center gap-1">
            <Checkbox
              className="flex-1"
              label={column.label}
              checked={column.on}
              disabled={column.fixed}
              onChange={(event) =>
                apply(list.map((one) => (one === column ? { ...one, on: event.target.checked } : one)))
              }
            />
            <IconButton
              label={t('up', { column: column.label })}
              icon={<ArrowUp className="size-4" />}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            />
            <IconButton
              label={t('down', { column: column.label })}
              icon={<ArrowDown className="size-4" />}
              disabled={at === list.length - 1}
              onClick={() => move(at, 1)}
            />
            <IconButton
              label={t('narrower', { column: column.label })}
              icon={<FoldHorizontal className="size-4" />}
              disabled={!column.on}
              onClick={() => size(column, -WIDTH_LIMITS.step)}
            />
            <IconButton
              label={t('wider', { column: column.label })}
              icon={<UnfoldHorizontal className="size-4" />}
              disabled={!column.on}
              onClick={() => size(column, WIDTH_LIMITS.step)}
            />
          </li>
        ))}
      </ul>
      {formatWidths(widths).length > 0 ? (
        <Button
          variant="quiet"
          className="mx-2 justify-self-start"
          onClick={() => apply(list, t('unsized'), {})}
        >
          {t('unsize')}
        </Button>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </Menu>
  )
}
