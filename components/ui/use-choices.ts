'use client'

import { useEffect, useMemo, useRef, useState } from 'react'

export type Choice = {
  id: string
  label: string
  /** A second line: the unit above, the role. */
  description?: string
  /** Other words that find it: short name, pinyin, initials, English name. */
  keywords?: readonly string[]
}

const WAIT_MS = 150
const SHOWN_AT_MOST = 50

/** Choices that match, best first: label from its start, label anywhere, then keywords and description. */
export function matchChoices(items: readonly Choice[], query: string): Choice[] {
  const wanted = fold(query)
  if (wanted === '') return items.slice(0, SHOWN_AT_MOST)
  const ranked = items.flatMap((item, index) => {
    const rank = rankOf(item, wanted)
    return rank === null ? [] : [{ item, order: rank * items.length + index }]
  })
  return ranked
    .sort((a, b) => a.order - b.order)
    .slice(0, SHOWN_AT_MOST)
    .map((entry) => entry.item)
}

function rankOf(item: Choice, wanted: string): number | null {
  const label = fold(item.label)
  const keywords = (item.keywords ?? []).map(fold)
  if (label.startsWith(wanted)) return 0
  if (keywords.some((keyword) => keyword.startsWith(wanted))) return 1
  if (label.includes(wanted)) return 2
  if (keywords.some((keyword) => keyword.includes(wanted))) return 3
  return fold(item.description ?? '').includes(wanted) ? 4 : null
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

type Source = {
  items?: readonly Choice[]
  search?: (query: string) => Promise<readonly Choice[]>
  chosen: readonly Choice[]
}

/** What a combobox shows for what is typed. A slow answer to an older question is dropped. */
export function useChoices({ items, search, chosen }: Source) {
  const [query, setQuery] = useState('')
  const [composing, setComposing] = useState(false)
  const [answer, setAnswer] = useState<{ query: string; found: readonly Choice[]; failed: boolean } | null>(
    null,
  )
  const searchNow = useRef(search)
  useEffect(() => {
    searchNow.current = search
  })

  const remote = search !== undefined
  useEffect(() => {
    if (!remote || composing) return
    let current = true
    const timer = setTimeout(
      () => {
        const settle = (found: readonly Choice[], failed: boolean) =>
          current && setAnswer({ query, found, failed })
        searchNow.current?.(query).then(
          (found) => settle(found, false),
          () => settle([], true),
        )
      },
      query === '' ? 0 : WAIT_MS,
    )
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [query, composing, remote])

  const shown = useMemo(() => {
    const taken = new Set(chosen.map((choice) => choice.id))
    const found = remote ? (answer?.found ?? []) : matchChoices(items ?? [], query)
    return found.filter((choice) => !taken.has(choice.id))
  }, [answer, chosen, items, query, remote])

  return {
    query,
    setQuery,
    shown,
    onComposition: setComposing,
    loading: remote && answer?.query !== query,
    failed: remote && answer?.query === query && answer.failed,
    /** Open on nothing found only once something was typed. */
    settled: query !== '' && !composing,
  }
}
