'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { TaskTable } from '@/domain/bulletins/content'

type Props = {
  table: TaskTable
  caption: string
  /** Task, lead, due date, words: as the heads of the columns say it. */
  columns: readonly string[]
  /** What is kept of each row, by task number. */
  said: ReadonlyMap<number, string>
  onChange: (no: number, said: string | null) => void
}

/** Task, lead, due date, words, what takes it out; in percent. */
const WIDTHS = [30, 15, 18, 31, 6]

/** A list of tasks while it is edited: the data stays as it is, a unit's words may be shortened, a row taken out. */
export function TaskTableEditor({ table, caption, columns, said, onChange }: Props) {
  const t = useTranslations('bulletins.edit')
  const rows = table.rows.filter((row) => said.has(row.no))
  return (
    <table className="paper-table">
      <caption>{caption}</caption>
      <colgroup>
        {WIDTHS.map((width) => (
          <col key={width} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
          <th scope="col" aria-label={t('remove', { no: '' })} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.no}>
            <td>{`T${row.no} ${row.title}`}</td>
            <td>{row.lead}</td>
            <td style={{ textAlign: 'center' }}>{row.dueOn || '—'}</td>
            <td className="paper-cell-edit">
              <textarea
                rows={3}
                aria-label={t('said', { no: row.no })}
                value={said.get(row.no)}
                onChange={(event) => onChange(row.no, event.target.value)}
              />
            </td>
            <td style={{ textAlign: 'center' }}>
              <button
                type="button"
                aria-label={t('remove', { no: row.no })}
                title={t('remove', { no: row.no })}
                onClick={() => onChange(row.no, null)}
                className="inline-flex size-6 items-center justify-center"
              >
                <X aria-hidden className="size-4" />
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
