'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { DraftOwner } from './draft-store'

const Scope = createContext<DraftOwner | null>(null)

/** Says whose drafts the forms inside keep; set once by the signed-in layout. */
export function DraftScope({ person, secret, children }: DraftOwner & { children: ReactNode }) {
  const owner = useMemo(() => ({ person, secret }), [person, secret])
  return <Scope.Provider value={owner}>{children}</Scope.Provider>
}

export function useDraftOwner(): DraftOwner | null {
  return useContext(Scope)
}
