import type { ActionState } from '@/domain/action-state'
import type { Figure } from '@/domain/bulletins/content'
import type { FigureChange } from '@/domain/bulletins/difference'

type On<R> = ActionState<R & { no: number }>
export type BulletinAction<R = unknown> = (state: On<R>, payload: FormData) => Promise<On<R>>

/** What the page of a bulletin binds its forms to. */
export type BulletinActions = {
  save: BulletinAction<{ version: number; added: Figure[] }>
  refresh: BulletinAction<{ changes: FigureChange[] }>
  freeze: BulletinAction<{ named: number }>
  unfreeze: BulletinAction
  step: BulletinAction<{ event: string }>
  tell: BulletinAction<{ told: number }>
  waive: BulletinAction
  remark: BulletinAction
  settle: BulletinAction
}
