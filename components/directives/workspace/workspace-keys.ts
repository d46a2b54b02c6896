import { flushSync } from 'react-dom'
import type { KeyMap } from '@/components/shared/use-keys'
import { SENTENCE_CLASSES, isLive } from '@/domain/directives/draft/model'
import { gapsOf } from '@/domain/directives/draft/standing'
import { keyPair } from '@/lib/key-pair'
import { bulkActs, inBulkPanel } from './bulk-acts'
import { confirmCurrent, confirmParagraph, nextPending } from './build-acts'
import { movedCut } from './cut-bar'
import { isTyping } from './is-typing'
import type { Workspace } from './use-workspace'
import type { PanelField } from './workspace-context'

type More = { undo: () => void; redo: () => void; resize: (direction: 1 | -1) => void; help: () => void }

/** Confirms what is shown and goes on to the next thing that waits. */
export function confirmAndGoOn(w: Workspace): void {
  if (!w.api.act(confirmCurrent(w.draft, w))) return
  const next = nextPending(w.store.read().draft, w.provision?.id ?? null)
  if (next) w.api.select({ provisionId: next.id }, w.pane)
}

/** The next task that lacks something, after the current one and round to the start. */
export function goToGap(w: Workspace): void {
  const live = w.draft.tasks.filter(isLive)
  const at = live.findIndex((task) => task.id === w.task?.id)
  const next = [...live.slice(at + 1), ...live.slice(0, at + 1)].find((task) => gapsOf(task).length > 0)
  if (next) w.api.select({ taskId: next.id }, 'cards')
  else w.say('workspace.no_gap')
}

function step(w: Workspace, direction: 1 | -1): void {
  if (w.pane === 'text') {
    const at = w.draft.provisions.findIndex((one) => one.id === w.provision?.id)
    const next = w.draft.provisions[at + direction]
    if (next) w.api.select({ provisionId: next.id }, 'text')
    return
  }
  const live = w.draft.tasks.filter(isLive)
  const next = live[live.findIndex((task) => task.id === w.task?.id) + direction]
  if (next) w.api.select({ taskId: next.id }, 'cards')
}

function extend(w: Workspace, direction: 1 | -1): void {
  const live = w.draft.tasks.filter(isLive)
  const at = live.findIndex((task) => task.id === w.task?.id)
  const next = live[at + direction]
  w.setSelected(
    new Set([
      ...w.selected,
      ...[live[at], next].flatMap((task) => (task?.status === 'draft' ? [task.id] : [])),
    ]),
  )
  if (next) w.api.select({ taskId: next.id }, 'cards')
}

/** Every key of the workspace; each has a visible button, and `false` lets the key through. */
export function workspaceKeys(w: Workspace, more: More): KeyMap {
  const open = (field: PanelField) => () => {
    if (w.task?.status !== 'draft') return false
    w.api.openPanel({ field, on: 'current' })
  }
  const onCut = (act: () => void) => () => (w.cut ? act() : false)
  const outside = (act: () => void) => (event: KeyboardEvent) =>
    isTyping(event.target as Element) ? false : act()
  const down = () => step(w, 1)
  const up = () => step(w, -1)
  const classes = SENTENCE_CLASSES.map((to, index): [string, () => void] => [
    `Digit${index + 1}`,
    () => {
      if (w.selected.size > 0 && (inBulkPanel() || w.panel?.field === 'class')) return w.classSelected(to)
      const ids = w.pane === 'cards' && w.task ? w.task.provisionIds : w.provision ? [w.provision.id] : []
      w.reclassify(to, ids)
    },
  ])
  const map: KeyMap = {
    KeyJ: down,
    KeyK: up,
    ArrowDown: down,
    ArrowUp: up,
    Tab: (event) => {
      if (!(event.target instanceof HTMLElement) || !event.target.dataset.provision || !w.task) return false
      w.api.select({ taskId: w.task.id, provisionId: w.provision?.id }, 'cards')
    },
    'Shift+Tab': (event) => {
      if (!(event.target instanceof HTMLElement) || !event.target.dataset.task || !w.provision) return false
      w.api.select({ taskId: w.task?.id, provisionId: w.provision.id }, 'text')
    },
    KeyA: () => confirmAndGoOn(w),
    'Shift+KeyA': () => {
      if (!w.provision || !w.api.act(confirmParagraph(w.draft, w.provision.id))) return
      const next = nextPending(w.store.read().draft, w.provision.id)
      if (next) w.api.select({ provisionId: next.id }, w.pane)
    },
    ...Object.fromEntries(classes),
    KeyL: open('lead'),
    KeyO: open('supporting'),
    KeyD: open('due'),
    KeyT: open('kind'),
    KeyP: open('milestones'),
    KeyI: open('indicators'),
    KeyM: () => w.api.merge(),
    KeyS: () => w.api.startCut(),
    KeyN: () => goToGap(w),
    KeyX: () => (w.task?.status === 'draft' ? w.api.toggle(w.task.id) : undefined),
    'Shift+KeyJ': () => extend(w, 1),
    'Shift+KeyK': () => extend(w, -1),
    'Mod+KeyA': outside(() =>
      w.setSelected(new Set(w.draft.tasks.filter((task) => task.status === 'draft').map((task) => task.id))),
    ),
    KeyB: () => {
      const { task } = w
      // The panel stands before the next letter is typed, however fast that comes.
      if (w.selected.size === 0 && task?.status === 'draft')
        flushSync(() => w.setSelected(new Set([task.id])))
      document.querySelector<HTMLElement>('[data-first]')?.focus()
    },
    ArrowLeft: onCut(() => w.cut && w.setCut(movedCut(w.cut, -1))),
    ArrowRight: onCut(() => w.cut && w.setCut(movedCut(w.cut, 1))),
    Enter: () => {
      if (w.cut) return w.doCut()
      if (w.task?.status !== 'draft') return false
      w.api.openPanel({ field: 'title', on: 'current' })
    },
    Escape: () => {
      if (w.cut) return w.setCut(null)
      if (w.panel) return w.setPanel(null)
      if (w.selected.size > 0) return w.setSelected(new Set())
      return false
    },
    'Mod+KeyZ': outside(more.undo),
    'Shift+Mod+KeyZ': outside(more.redo),
    'Mod+Enter': () => void w.check(),
    BracketLeft: () => more.resize(-1),
    BracketRight: () => more.resize(1),
    'Shift+Slash': more.help,
  }
  return forSelection(map, w)
}

/** In the bulk panel the letters of its buttons are for all that is selected. */
function forSelection(map: KeyMap, w: Workspace): KeyMap {
  const tasks = w.draft.tasks.filter((task) => w.selected.has(task.id))
  const own = bulkActs({ draft: w.draft, tasks, api: w.api, breakdown: w.draft.excerpt !== undefined }).map(
    ({ code, run, off }): [string, KeyMap[string]] => [
      code,
      (event) => {
        if (!inBulkPanel()) return map[code]?.(event) ?? (map[code] ? undefined : false)
        if (!off) run()
      },
    ],
  )
  return { ...map, ...Object.fromEntries(own) }
}

const afterG = keyPair(1500)

/** G starts a jump to another page (shell): the letter after it is not the workspace's. */
export function exceptAfterG(map: KeyMap): KeyMap {
  const guarded = Object.entries(map).map(([keys, act]): [string, KeyMap[string]] => [
    keys,
    (event) => (afterG.follows(event.timeStamp) ? false : act(event)),
  ])
  return {
    ...Object.fromEntries(guarded),
    KeyG: (event) => {
      afterG.first(event.timeStamp)
      return false
    },
  }
}
