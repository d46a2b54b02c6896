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
}

/** In the order of the bar. A further one is a line here and its words under `ledger.batch.goes`. */
export const BATCH_GOES = {
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
  },
} as const satisfies Record<string, Goes>

/** One of `BATCH_GOES`. */
export type BatchGo = keyof typeof BATCH_GOES

export const BATCH_GO_KEYS = Object.keys(BATCH_GOES) as BatchGo[]
