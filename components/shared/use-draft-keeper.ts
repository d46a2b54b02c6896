'use client'

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useDraftOwner } from './draft-scope'
import { dropDraft, readDraft, writeDraft } from './draft-store'
import { readForm, writeForm } from './form-values'
import { onSent } from './sent-event'

const WAIT_MS = 800

type Options = {
  form: RefObject<HTMLFormElement | null>
  /** What is being written, such as `report:<assignment id>`; one draft a person and record. */
  record: string
  /** True once the server has it: the draft is dropped and nothing more is kept. */
  done?: boolean
}

/**
 * Keeps what is typed on this device, at most a second behind, and puts it back after a reload, a crash, an ended
 * session or the reset that React does after an action. `restoredAt` and `savedAt` are ISO instants to be shown.
 */
export function useDraftKeeper({ form, record, done = false }: Options) {
  const owner = useDraftOwner()
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const original = useRef<ReturnType<typeof readForm> | null>(null)
  // Set before the effect below is taken down, so that it knows whether to save or to forget.
  const finished = useRef(done)
  useLayoutEffect(() => {
    finished.current = done
  }, [done])

  const clear = useCallback(() => {
    if (owner) dropDraft(owner, record)
    setRestoredAt(null)
    setSavedAt(null)
  }, [owner, record])

  useEffect(() => {
    const element = form.current
    if (!element || !owner) return
    if (done) {
      dropDraft(owner, record)
      return
    }
    const scope = owner
    const target = element
    let timer: ReturnType<typeof setTimeout> | undefined
    let live = true
    original.current ??= readForm(target)

    async function keep() {
      timer = undefined
      const at = new Date().toISOString()
      const kept = await writeDraft(scope, record, { at, values: readForm(target) }, () => !finished.current)
      if (kept && live) setSavedAt(at)
    }
    async function restore(say: boolean) {
      const draft = await readDraft(scope, record)
      // What was typed while the draft was being opened is newer than the draft.
      if (!live || !draft || timer) return
      if (writeForm(target, draft.values) && say) setRestoredAt(draft.at)
      clearTimeout(timer)
      timer = undefined
    }
    const onInput = () => {
      finished.current = false
      clearTimeout(timer)
      timer = setTimeout(keep, WAIT_MS)
    }
    const onLeave = () => timer && void keep()
    const onReset = () =>
      void (async () => {
        if (timer) await keep()
        setTimeout(() => void restore(false), 0)
      })()

    onSent(target, () => {
      finished.current = true
      clearTimeout(timer)
      timer = undefined
      dropDraft(scope, record)
    })

    void restore(true)
    target.addEventListener('input', onInput)
    target.addEventListener('change', onInput)
    target.addEventListener('reset', onReset)
    document.addEventListener('visibilitychange', onLeave)
    return () => {
      live = false
      clearTimeout(timer)
      if (timer && !finished.current) void keep()
      target.removeEventListener('input', onInput)
      target.removeEventListener('change', onInput)
      target.removeEventListener('reset', onReset)
      document.removeEventListener('visibilitychange', onLeave)
    }
  }, [form, owner, record, done])

  /** Drops the draft and puts back what stood in the form before it. */
  const discard = () => {
    clear()
    if (form.current && original.current) writeForm(form.current, original.current)
    clear()
  }

  return { restoredAt, savedAt, discard, clear }
}
