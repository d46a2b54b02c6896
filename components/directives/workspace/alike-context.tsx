'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { AlikeActions } from '@/components/tasks/alike-list'
import type { ActionState } from '@/domain/action-state'
import type { SameAndLike } from '@/server/tasks/list-same-requirements'

/** What is like a task, asked for when its card opens, and linking. */
export type AlikeApi = AlikeActions & {
  read: (state: ActionState<SameAndLike>, input: { taskId: string }) => Promise<ActionState<SameAndLike>>
}

const AlikeContext = createContext<AlikeApi | null>(null)

/** Gives the cards inside what they ask and do about requirements alike. */
export function AlikeProvider({ read, link, unlink, children }: AlikeApi & { children: ReactNode }) {
  const api = useMemo(() => ({ read, link, unlink }), [read, link, unlink])
  return <AlikeContext value={api}>{children}</AlikeContext>
}

/** Null outside the provider: cards then say nothing about it. */
export function useAlikeApi(): AlikeApi | null {
  return useContext(AlikeContext)
}
