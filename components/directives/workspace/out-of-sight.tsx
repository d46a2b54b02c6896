'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, type RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { useOutOfSight, type Waiting } from './use-out-of-sight'
import { useWorkspaceApi } from './workspace-context'

type OutOfSightProps = {
  box: RefObject<HTMLElement | null>
  /** Unclassified sentences where there are any, else those that nobody confirmed yet. */
  kind: 'open' | 'pending'
  waiting: Waiting
}

/** What waits above and below, counted and labelled; a press goes to the nearest. Drawn alone while the text scrolls. */
export const OutOfSight = memo(function OutOfSight({ box, kind, waiting }: OutOfSightProps) {
  const { above, below } = useOutOfSight(box, waiting)
  return (
    <div className="flex min-h-10 items-center justify-between gap-4 border-t px-6 max-lg:hidden">
      <Way way="above" kind={kind} count={above.length} to={above.at(-1)} />
      <Way way="below" kind={kind} count={below.length} to={below[0]} />
    </div>
  )
})

function Way({
  kind,
  way,
  count,
  to,
}: {
  kind: 'open' | 'pending'
  way: 'above' | 'below'
  count: number
  to: string | undefined
}) {
  const t = useTranslations('workspace')
  const api = useWorkspaceApi()
  const Arrow = way === 'above' ? ChevronUp : ChevronDown
  if (!to) return <span className="text-note text-muted">{t(`outOfSight.none.${way}`)}</span>
  return (
    <Button
      size="s"
      onClick={() => api.select({ provisionId: to }, 'text')}
      icon={<Arrow className="size-4" />}
      className={kind === 'open' ? 'border-class-open! text-class-open!' : undefined}
    >
      {t(`outOfSight.${kind}.${way}`, { count })}
    </Button>
  )
}
