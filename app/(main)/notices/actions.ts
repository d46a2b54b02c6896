'use server'

import type { ActionState } from '@/domain/action-state'
import {
  markNotices,
  markNoticesSchema,
  muteNotices,
  muteNoticesSchema,
  readAllNotices,
  readAllNoticesSchema,
} from '@/server/notifications/mark-notices'
import { defineAction } from '@/server/web/define-action'

const PAGE = { revalidate: ['/notices'] }
const runMark = defineAction('mark-notices', markNoticesSchema, markNotices, PAGE)
const runReadAll = defineAction('read-all-notices', readAllNoticesSchema, readAllNotices, PAGE)
const runMute = defineAction('mute-notices', muteNoticesSchema, muteNotices, PAGE)
type State = ActionState<void>

/** Marks a row as read, kept or no longer kept. */
export async function markNoticesAction(before: State, form: FormData): Promise<State> {
  return runMark(before, form)
}

/** Marks everything as read. */
export async function readAllNoticesAction(before: State, form: FormData): Promise<State> {
  return runReadAll(before, form)
}

/** Mutes a kind, or lets it be seen again. */
export async function muteNoticesAction(before: State, form: FormData): Promise<State> {
  return runMute(before, form)
}
