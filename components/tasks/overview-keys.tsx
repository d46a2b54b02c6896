'use client'

import { useKeys } from '@/components/shared/use-keys'

/** Keys 1 to 5 go to the rows of the overview, to the first thing in each that Enter opens. */
export function OverviewKeys({ rows }: { rows: readonly string[] }) {
  useKeys(
    Object.fromEntries(
      rows.map((id, index) => [
        `Digit${index + 1}`,
        () => {
          const row = document.getElementById(id)
          row?.scrollIntoView({ block: 'start' })
          row?.querySelector<HTMLElement>('li a, li button, p a, a')?.focus({ preventScroll: true })
          return row !== null
        },
      ]),
    ),
  )
  return null
}
