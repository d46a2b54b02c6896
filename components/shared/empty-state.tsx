import type { ReactNode } from 'react'

/** Nothing here: one sentence true when read aloud, then at most one next step. No picture. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-3 py-6">
      <p className="text-prose text-muted">{children}</p>
      {action}
    </div>
  )
}
