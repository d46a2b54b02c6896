'use client'

import { useRef, useState } from 'react'
import { newId } from '@/lib/new-id'
import type { FailureData } from '@/components/shared/failure-text'
import type { ReadUpload } from '@/server/directives/read-upload'

type Answer = { result: ReadUpload } | { failure: FailureData }

/** Sends a file to be read: its bytes as they are, so that nothing on the way changes them. Keeps it for another encoding. */
export function useIntakeUpload({
  onRead,
  onFailure,
}: {
  onRead: (read: ReadUpload) => void
  onFailure: (failure: FailureData) => void
}) {
  const [reading, setReading] = useState(false)
  const file = useRef<File | null>(null)
  const latest = useRef('')

  async function send(chosen: File, encoding?: string) {
    const turn = newId()
    latest.current = turn
    file.current = chosen
    setReading(true)
    const query = new URLSearchParams({ name: chosen.name, ...(encoding ? { encoding } : {}) })
    const answer = await fetch(`/api/directives/read?${query}`, { method: 'POST', body: chosen })
      .then((response) => response.json() as Promise<Answer>)
      .catch((): Answer => ({ failure: { kind: 'refused', code: 'file.not_uploaded' } }))
    // A file chosen meanwhile has its own answer.
    if (latest.current !== turn) return
    setReading(false)
    if ('result' in answer) onRead(answer.result)
    else onFailure(answer.failure)
  }

  return {
    reading,
    send,
    /** Reads the same file in another encoding; false where the page was reloaded since and the file must be chosen again. */
    again(encoding: string): boolean {
      if (file.current) void send(file.current, encoding)
      return file.current !== null
    },
  }
}
