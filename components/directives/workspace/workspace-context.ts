'use client'

import { createContext, useContext } from 'react'
import type { Act } from '@/domain/directives/draft/acts'
import type { DraftTask } from '@/domain/directives/draft/model'
import type { Choice } from '@/components/ui/use-choices'
import type { WorkspaceView } from '@/server/directives/workspace/get-workspace'
import type { DateInfo, TypedDue } from '@/server/directives/workspace/date-info'

/** A field that is being filled in: of the current card, or of all that are selected. */
export type PanelField =
  | 'title'
  | 'expectedResult'
  | 'remark'
  | 'lead'
  | 'supporting'
  | 'due'
  | 'kind'
  | 'milestones'
  | 'indicators'
  | 'leader'
  | 'person'
  | 'class'
  | 'discard'
export type Panel = { field: PanelField; on: 'current' | 'selection' }
export type Pane = 'text' | 'cards'

/** What every part of the workspace may do; stable, so that cards need not draw again. */
export type WorkspaceApi = {
  act: (act: Act | null) => boolean
  select: (target: { provisionId?: string; taskId?: string }, pane: Pane) => void
  toggle: (taskId: string) => void
  openPanel: (panel: Panel | null) => void
  cycleTasks: (provisionId: string) => void
  startCut: () => void
  merge: () => void
  /** The words that the task cites, as they are read. */
  wordsOf: (task: Pick<DraftTask, 'provisionIds'>) => string
  readDue: (typed: string) => Promise<TypedDue>
}

/** What does not change while the page is open. */
export type WorkspaceFacts = {
  directive: WorkspaceView['directive']
  /** A unit breaks its task down: what is the office's alone is not offered. */
  breakdown: WorkspaceView['breakdown']
  today: string
  rule: WorkspaceView['rule']
  localities: number
  units: readonly Choice[]
  leaders: readonly Choice[]
  people: readonly Choice[]
  unitName: (id: string | null) => string
  personName: (id: string | null) => string
  dateInfo: (on: string) => DateInfo | undefined
  may: WorkspaceView['may']
}

export const ApiContext = createContext<WorkspaceApi | null>(null)
export const FactsContext = createContext<WorkspaceFacts | null>(null)

export function useWorkspaceApi(): WorkspaceApi {
  const api = useContext(ApiContext)
  if (!api) throw new Error('outside the workspace')
  return api
}

export function useWorkspaceFacts(): WorkspaceFacts {
  const facts = useContext(FactsContext)
  if (!facts) throw new Error('outside the workspace')
  return facts
}
