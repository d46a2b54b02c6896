import { Newspaper, Printer, Shuffle } from 'lucide-react'
import type { ReactNode } from 'react'
import { OF_LEDGER, paperHref } from '@/domain/documents/paper-kinds'
import { queryOfTasks } from '@/domain/tasks/ledger-filter'
import type { RowBatch } from '@/server/tasks/ledger-rows'

/** What a batch goes on to on a page of its own: for which rows, where, under which key and sign. */
type Goes = {
  of: (row: RowBatch) => boolean
  href: (nos: readonly number[]) => string
  icon: ReactNode
  /** Hidden on a phone, where nobody prints. */
  className?: string
}

/** In the order of the bar. A further one is a line here and its words under `ledger.batch.goes`. */
const GOES = {
  reassign: {
    of: (row) => row.reassign,
    href: (nos) => `/tasks/reassign?query=${encodeURIComponent(queryOfTasks(nos))}`,
    icon: <Shuffle aria-hidden className="size-4" />,
  },
  bulletin: {
    of: (row) => row.bulletin,
    href: (nos) => `/bulletins/add?query=${encodeURIComponent(queryOfTasks(nos))}`,
    icon: <Newspaper aria-hidden className="size-4" />,
  },
  notices: {
    of: (row) => row.notice,
    href: (nos) => paperHref({ kind: 'task-notices', no: OF_LEDGER, query: queryOfTasks(nos) }),
    icon: <Printer aria-hidden className="size-4" />,
    className: 'max-md:hidden',
  },
} as const satisfies Record<string, Goes>

/** Names of what a batch goes on to. */
export type BatchGo = keyof typeof GOES

export const BATCH_GOES: Readonly<Record<BatchGo, Goes>> = GOES

export const BATCH_GO_KEYS = Object.keys(GOES) as BatchGo[]
