import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'

/** Workflow status, in words. `current` is the frame around the step a record stands at. */
export function StatusTag({ children, current }: { children: ReactNode; current?: boolean }) {
  return (
    <Tag className={current ? 'border-text! px-2! text-ui! font-semibold! text-text' : undefined}>
      {children}
    </Tag>
  )
}
