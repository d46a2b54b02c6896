'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { DraftOwner } from './draft-store'

const Scope = createContext<DraftOwner | null>(null)

/** Says whose drafts the forms inside keep; set once by the signed-in layout. */
export function DraftScope({ person, secret, children }: DraftOwner & { children: ReactNode }) {
  return <Scope.Provider value={{ person, secret }}>{children}</Scope.Provider>
}

export function useDraftOwner(): DraftOwner | null {
  return useContext(Scope)
}
