'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useDeferredValue, useState, type KeyboardEvent } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { isComposing } from '@/lib/key-match'
import { PaletteFoot } from './palette-foot'
import { PaletteHead } from './palette-head'
import { matchPlaces, plain, type PaletteGroup, type PaletteItem, type PalettePlace } from './palette-items'
import { PaletteList } from './palette-list'
import { readSelectionActs } from './selection-acts'
import { usePaletteActs } from './use-palette-acts'
import { usePalette } from './use-palette'
import { usePaletteGroups } from './use-palette-groups'

type PaletteProps = {
  open: boolean
  onClose: () => void
  person: string
  places: readonly PalettePlace[]
  /** What is looked for differs for administrators. */
  admin: boolean
  /** What was typed before the palette was there. */
  typedBefore: string
}

/** As long as a panel takes to give the focus back. */
const AFTER_CLOSING_MS = 50

/** The palette: one box over everything; arrows choose, Enter opens, Ctrl+Enter in a new tab, Tab shows what can be done with a task. */
export function Palette(props: PaletteProps) {
  const t = useTranslations('search')
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('label')} look="palette">
      <PaletteBody {...props} />
    </Dialog>
  )
}

function PaletteBody({ onClose, person, places, admin, typedBefore }: PaletteProps) {
  const t = useTranslations('search')
  const router = useRouter()
  // The box is drawn first, so that typing may begin; the rest follows at once.
  const rest = useDeferredValue(true, false)
  const [typed, setTyped] = useState(typedBefore)
  const [offered] = useState(readSelectionActs)
  const [composing, setComposing] = useState(false)
  const [place, setPlace] = useState({ of: '', at: 0 })
  const { answer, recent, asked, loading, failed, retry } = usePalette(person, typed, composing)
  const groupsOf = usePaletteGroups()
  const { acts, show: showActs, leave } = usePaletteActs()

  const words = typed.trim()
  const groups: PaletteGroup[] = acts?.group
    ? [acts.group]
    : answer
      ? groupsOf(answer, places, matchPlaces(offered, words))
      : words === ''
        ? [
            { kind: 'selected', label: t('kinds.selected'), items: offered },
            { kind: 'recent', label: t('kinds.recent'), items: recent.map(recentItem) },
          ].filter((group) => group.items.length > 0)
        : []
  const all = answer && !acts && words !== '' && !answer.empty
  const found = groups.reduce((sum, group) => sum + group.items.length, 0)
  const shown =
    all && found > 0
      ? [...groups, allResults(answer.typed, t('allResults', { words: answer.typed }))]
      : groups
  const items = shown.flatMap((group) => group.items)
  const of = acts ? `acts ${acts.no}` : (asked ?? '')
  // Another answer begins at its first line.
  const at = place.of === of ? Math.min(place.at, items.length - 1) : 0
  const current = items[at]

  function open(item: PaletteItem, newTab: boolean) {
    if (!item.press) return go(item.href, newTab)
    onClose()
    // Once the page behind answers presses again.
    setTimeout(item.press, AFTER_CLOSING_MS)
  }
  function go(href: string, newTab: boolean) {
    if (newTab) return void window.open(href, '_blank', 'noopener')
    onClose()
    router.push(href)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // 229 is the input method's own key: Enter and arrows belong to its window.
    if (isComposing(event.nativeEvent)) return
    const act = actOf(event)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  function actOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): (() => void) | null {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1
      return items.length === 0 ? null : () => setPlace({ of, at: (at + step + items.length) % items.length })
    }
    if (key === 'Enter') {
      // Typed faster than answered: Enter asks the page that has everything.
      if (loading && words !== '' && !acts)
        return () => go(`/search?q=${encodeURIComponent(words)}`, ctrlKey || metaKey)
      return current ? () => open(current, ctrlKey || metaKey) : () => {}
    }
    if (key === 'Tab' && !shiftKey && current?.taskNo) return () => showActs(current.taskNo ?? 0)
    if (acts && (key === 'Escape' || (key === 'Backspace' && typed === ''))) return leave
    return null
  }

  return (
    <>
      <PaletteHead
        typed={typed}
        onType={(text) => {
          leave()
          setTyped(text)
        }}
        onCompose={setComposing}
        onKeyDown={onKeyDown}
        onClose={onClose}
        currentId={current ? `found-${at}` : undefined}
        expanded={items.length > 0}
        loading={loading && words !== ''}
        status={loading || words === '' ? '' : t('status', { count: found })}
      />
      {rest ? (
        <>
          <PaletteList
            groups={shown}
            at={at}
            onPoint={(index) => setPlace({ of, at: index })}
            onOpen={open}
            stale={loading && words !== ''}
            state={{
              words,
              answered: asked === words,
              tooShort: answer?.empty ?? false,
              failed,
              retry,
              admin,
              acts,
            }}
          />
          <PaletteFoot
            actsNo={acts ? null : (current?.taskNo ?? null)}
            onActs={showActs}
            back={acts ? leave : null}
          />
        </>
      ) : null}
    </>
  )
}

const recentItem = ({ ref, title }: { ref: string; title: string }) => ({
  id: ref,
  href: ref.startsWith('T') ? `/tasks/${ref}` : `/directives/${ref}`,
  lead: ref,
  title: plain(title),
  taskNo: ref.startsWith('T') ? Number(ref.slice(1)) : undefined,
})

const allResults = (words: string, label: string): PaletteGroup => ({
  kind: 'all',
  label: '',
  items: [{ id: 'all', href: `/search?q=${encodeURIComponent(words)}`, title: plain(label) }],
})
