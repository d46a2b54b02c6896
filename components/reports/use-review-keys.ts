'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { plainKeysOn, useKeys } from '@/components/shared/use-keys'
import { matchesKey } from '@/lib/key-match'

type Options = {
  /** False while another report is in sight. */
  active: boolean
  nextHref: string
  previousHref: string | null
  /** On to the next, which is there already. */
  onNext: () => void
  accept: () => void
  giveBack: () => void
  later: () => void
  verifyAsClaimed: () => void
  /** 1 to 5: basis, or kind of fault while returning. */
  choose: (number: number) => void
  quote: (words: string) => void
  send: () => void
  leave: () => void
}

const DIGITS = [1, 2, 3, 4, 5]

/** The keys of the review queue; each has its visible button. `/` quotes the words that are selected in the report. */
export function useReviewKeys(options: Options): void {
  const router = useRouter()
  const { active, nextHref, previousHref, choose } = options
  const keys = {
    KeyJ: () => {
      options.onNext()
      router.push(nextHref)
    },
    KeyK: () => (previousHref ? router.push(previousHref) : false),
    KeyH: options.later,
    KeyA: options.accept,
    KeyR: options.giveBack,
    Equal: options.verifyAsClaimed,
    ...Object.fromEntries(DIGITS.map((digit) => [`Digit${digit}`, () => choose(digit)])),
    'Mod+Enter': options.send,
    Escape: options.leave,
  }
  useKeys(keys, { paused: !active })
  const quote = useRef(options.quote)
  useEffect(() => {
    quote.current = options.quote
  })
  useEffect(() => {
    if (!active) return
    // Before the shell's own `/` (search), and only where words of the report are selected.
    function onKeyDown(event: KeyboardEvent) {
      if (!matchesKey(event, 'Slash') || !plainKeysOn()) return
      const selection = document.getSelection()
      const words = selection?.toString().trim() ?? ''
      const from = selection?.anchorNode?.parentElement
      if (words === '' || !from?.closest('[data-quotable]')) return
      event.preventDefault()
      event.stopPropagation()
      quote.current(words)
    }
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [active])
}
