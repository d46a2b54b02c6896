import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CSSProperties, ReactNode } from 'react'
import { cx } from '@/lib/cx'

export type Column<Row> = {
  key: string
  /** Head of the column and, on a phone, the label before the value. */
  label: string
  cell: (row: Row) => ReactNode
  /** Replaces the drawn head (a tick box); `label` is still its name. */
  head?: ReactNode
  /** CSS width, such as `120px` or `20%`. */
  width?: string
  /** Numbers: right-aligned. */
  numeric?: boolean
  /** Makes the head a link that sorts by this key. */
  sort?: string
  /** The cell that names the row: read out with every other cell. One a table. */
  rowHeader?: boolean
  /** On a phone: `bare` shows the value without its label, `hide` leaves it out. */
  card?: 'bare' | 'hide'
  nowrap?: boolean
  /** Stands at the far edge of the head: what makes the column wider or narrower. */
  grip?: ReactNode
}

export type Sorting = {
  by: string
  direction: 'asc' | 'desc'
  href: (by: string, direction: 'asc' | 'desc') => string
}
export type RowGroup<Row> = { key: string; head: ReactNode; rows: readonly Row[]; foot?: ReactNode }

type DataTableProps<Row> = {
  /** Names the table; hidden from sight unless `showCaption`. */
  caption: ReactNode
  showCaption?: boolean
  columns: readonly Column<Row>[]
  rows?: readonly Row[]
  groups?: readonly RowGroup<Row>[]
  rowKey: (row: Row) => string
  selected?: (row: Row) => boolean
  /** The row that someone just came back from. */
  marked?: (row: Row) => boolean
  sorting?: Sorting
  density?: 's' | 'm' | 'l'
  /** Cells hold one line; what stands below it is read out, not drawn. */
  oneLine?: boolean
  /** A grid to walk through by arrow keys (`useGridKeys`). */
  grid?: boolean
  /** What scripts know a row by, as `data-…` attributes. */
  rowData?: (row: Row) => Record<`data-${string}`, string | number | undefined>
  /** Fixed layout: widths as given; where there is less room than this, the table scrolls sideways. */
  minWidth?: string
}

/** A native table, drawn on the server; sorting is a link. Below 768 px each row is a card, with the roles kept. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, showCaption, columns, rows = [], groups, sorting, density = 'm', minWidth } = props
  return (
    <div className="tbl-scroll">
      <table
        role={props.grid ? 'grid' : 'table'}
        aria-multiselectable={props.grid && props.selected ? true : undefined}
        className={cx('tbl tbl-cards', minWidth && 'tbl-fixed', props.oneLine && 'tbl-one', `tbl-${density}`)}
        style={minWidth ? ({ '--tbl-min': minWidth } as CSSProperties) : undefined}
      >
        <caption className={showCaption ? 'pb-2 font-semibold' : 'sr-only'}>{caption}</caption>
        {minWidth ? (
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} style={column.width ? { width: column.width } : undefined} />
            ))}
          </colgroup>
        ) : null}
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        {groups ? (
          groups.map((group) => (
            <tbody role="rowgroup" key={group.key}>
              <tr role="row" className="tbl-group">
                <th role="rowheader" scope="rowgroup" colSpan={columns.length}>
                  {group.head}
                </th>
              </tr>
              {group.rows.map((row) => (
                <BodyRow key={props.rowKey(row)} row={row} {...props} />
              ))}
              {group.foot ? (
                <tr role="row">
                  <td role={props.grid ? 'gridcell' : 'cell'} colSpan={columns.length}>
                    {group.foot}
                  </td>
                </tr>
              ) : null}
            </tbody>
          ))
        ) : (
          <tbody role="rowgroup">
            {rows.map((row) => (
              <BodyRow key={props.rowKey(row)} row={row} {...props} />
            ))}
          </tbody>
        )}
      </table>
    </div>
  )
}

function BodyRow<Row>({ row, columns, selected, marked, grid, rowData }: DataTableProps<Row> & { row: Row }) {
  return (
    <tr
      role="row"
      aria-selected={selected ? selected(row) : undefined}
      data-marked={marked?.(row) || undefined}
      {...rowData?.(row)}
    >
      {columns.map((column) => {
        const Cell = column.rowHeader ? 'th' : 'td'
        return (
          <Cell
            key={column.key}
            role={column.rowHeader ? 'rowheader' : grid ? 'gridcell' : 'cell'}
            scope={column.rowHeader ? 'row' : undefined}
            className={
              cx(
                column.numeric && 'num',
                column.nowrap && 'whitespace-nowrap',
                column.rowHeader && 'font-normal! text-text! text-ui!',
              ) || undefined
            }
            data-label={column.label}
            data-bare={column.card === 'bare' || column.rowHeader ? '' : undefined}
            data-card={column.card === 'hide' ? 'hide' : undefined}
          >
            {column.card === 'bare' || column.rowHeader ? (
              column.cell(row)
            ) : (
              <span className="min-w-0">{column.cell(row)}</span>
            )}
          </Cell>
        )
      })}
    </tr>
  )
}

function HeadCell<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting }) {
  const t = useTranslations('common')
  const sorted = sorting && column.sort === sorting.by ? sorting.direction : undefined
  const next = sorted === 'asc' ? 'desc' : 'asc'
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <th
      role="columnheader"
      scope="col"
      className={cx(column.numeric && 'num', column.grip !== undefined && 'relative') || undefined}
      style={column.width ? { width: column.width } : undefined}
      aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {column.head ??
        (column.sort && sorting ? (
          <Link
            href={sorting.href(column.sort, next)}
            scroll={false}
            title={t(next === 'asc' ? 'sortAscending' : 'sortDescending', { column: column.label })}
            className="inline-flex min-h-6 items-center gap-1 text-inherit"
          >
            {column.label}
            {sorted ? <Arrow className="size-3.5" /> : null}
          </Link>
        ) : (
          column.label
        ))}
      {column.grip}
    </th>
  )
}
