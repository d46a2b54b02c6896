'use client'

import { useEffect, useRef, useState, type RefObject } from 'react'
import { useSignedIn } from '@/components/shared/session-events'
import { DraftSaver, type CurrentAction, type Saved, type SaveAction, type SaveState } from './draft-saver'

type Options = {
  form: RefObject<HTMLFormElement | null>
  save: SaveAction
  current: CurrentAction
  savedAt: string | null
  onSaved: (saved: Saved) => void
}

/** Ties a form to the saver of its draft; what stands inside `data-aside` is no part of the draft. */
export function useDraftSaver({ form, save, current, savedAt, onSaved }: Options) {
  const [state, setState] = useState<SaveState>(savedAt ? { at: 'saved', time: savedAt } : { at: 'none' })
  const saver = useRef<DraftSaver | null>(null)
  const said = useRef(onSaved)
  useEffect(() => {
    said.current = onSaved
  })
  useEffect(() => {
    const element = form.current
    if (!element) return
    const made = new DraftSaver({
      form: element,
      save,
      current,
      onState: setState,
      onSaved: (saved) => said.current(saved),
    })
    saver.current = made
    const onEdit = ({ target }: Event) => {
      if (!(target instanceof Element && target.closest('[data-aside]'))) made.edit()
    }
    const onOnline = () => made.catchUp()
    element.addEventListener('input', onEdit)
    element.addEventListener('change', onEdit)
    window.addEventListener('online', onOnline)
    return () => {
      made.stop()
      element.removeEventListener('input', onEdit)
      element.removeEventListener('change', onEdit)
      window.removeEventListener('online', onOnline)
    }
  }, [form, save, current])

  useSignedIn(() => saver.current?.catchUp())

  return {
    state,
    flush: async () => (await saver.current?.flush()) ?? false,
    settle: async () => {
      await saver.current?.settle()
    },
    resume: (version: number) => saver.current?.resume(version),
  }
}
