'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useOnline } from '@/components/shared/offline-band'
import { SIGNED_IN, tellSignedOut } from '@/components/shared/session-events'
import type { FailureData } from '@/components/shared/failure-text'
import { newId } from '@/lib/new-id'
import type { EvidenceResult } from '@/server/reports/hang-evidence'

const AT_ONCE = 3
const MEGABYTE = 1_048_576

/** A file on its way: `percent` of what the browser has sent, or why it did not arrive. */
export type Upload = {
  key: string
  file: File
  state: 'waiting' | 'sending' | 'failed'
  percent: number
  failure: FailureData | null
}

type Options = {
  assignmentId: string
  megabytes: number
  /** Resolves once the draft exists on the server. */
  ready: () => Promise<unknown>
  onAttached: (result: EvidenceResult) => void
}

const NOT_UPLOADED: FailureData = { kind: 'refused', code: 'file.not_uploaded' }
/** What another try may mend by itself: the network, or a session that had ended. */
const BROKEN_OFF: readonly string[] = [NOT_UPLOADED.code, 'common.signed_out']

/** Uploads files, at most three at once, each with its own progress and its own error; without a network they wait for it. Trying again sends the same key: one piece comes of it. */
export function useUploads({ assignmentId, megabytes, ready, onAttached }: Options) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const online = useOnline()
  const requests = useRef(new Map<string, XMLHttpRequest>())
  const latest = useRef({ ready, onAttached })
  useEffect(() => {
    latest.current = { ready, onAttached }
  })
  const change = useCallback((key: string, part: Partial<Upload>) => {
    setUploads((list) => list.map((one) => (one.key === key ? { ...one, ...part } : one)))
  }, [])
  const remove = useCallback((key: string) => {
    requests.current.get(key)?.abort()
    requests.current.delete(key)
    setUploads((list) => list.filter((one) => one.key !== key))
  }, [])

  const send = useCallback(
    async ({ key, file }: Upload) => {
      if (requests.current.has(key)) return
      const request = new XMLHttpRequest()
      requests.current.set(key, request)
      change(key, { state: 'sending', percent: 0, failure: null })
      await latest.current.ready().catch(() => undefined)
      if (requests.current.get(key) !== request) return
      const fail = (failure: FailureData) => {
        requests.current.delete(key)
        change(key, { state: 'failed', failure })
      }
      request.upload.onprogress = ({ loaded, total }) =>
        change(key, { percent: Math.min(99, Math.round((100 * loaded) / Math.max(1, total))) })
      request.onerror = () => {
        if (navigator.onLine) return fail(NOT_UPLOADED)
        requests.current.delete(key)
        change(key, { state: 'waiting', percent: 0 })
      }
      request.onload = () => {
        const answer = readAnswer(request)
        if ('failure' in answer) {
          if (answer.failure.code === 'common.signed_out') tellSignedOut()
          return fail(answer.failure)
        }
        remove(key)
        latest.current.onAttached(answer.result)
      }
      request.open(
        'POST',
        `/api/evidence?${new URLSearchParams({ assignment: assignmentId, name: file.name })}`,
      )
      request.setRequestHeader('Idempotency-Key', key)
      request.setRequestHeader('Content-Type', 'application/octet-stream')
      request.send(file)
    },
    [assignmentId, change, remove],
  )

  useEffect(() => {
    if (!online) return
    const sending = uploads.filter((one) => one.state === 'sending').length
    // Started after this round of drawing: what starts changes the list that this effect looks at.
    const next = uploads.filter((one) => one.state === 'waiting').slice(0, Math.max(0, AT_ONCE - sending))
    if (next.length === 0) return
    const timer = setTimeout(() => next.forEach((one) => void send(one)), 0)
    return () => clearTimeout(timer)
  }, [online, uploads, send])

  useEffect(() => {
    // What broke off with the network or the session goes out again with it, under the same key: one piece comes of it.
    const again = () =>
      setUploads((list) =>
        list.map((one) =>
          one.state === 'failed' && one.failure && BROKEN_OFF.includes(one.failure.code)
            ? { ...one, state: 'waiting', percent: 0, failure: null }
            : one,
        ),
      )
    window.addEventListener('online', again)
    window.addEventListener(SIGNED_IN, again)
    return () => {
      window.removeEventListener('online', again)
      window.removeEventListener(SIGNED_IN, again)
    }
  }, [])

  return {
    uploads,
    online,
    remove,
    retry: (key: string) => change(key, { state: 'waiting', percent: 0, failure: null }),
    /** Takes files in; what is too large or empty says so at once, without being sent. */
    add(files: Iterable<File>) {
      const added = [...files].map((file): Upload => {
        const tooLarge = file.size > megabytes * MEGABYTE
        const failure: FailureData | null = tooLarge
          ? { kind: 'refused', code: 'evidence.too_large', params: { megabytes } }
          : file.size === 0
            ? { kind: 'refused', code: 'evidence.empty' }
            : null
        return { key: newId(), file, state: failure ? 'failed' : 'waiting', percent: 0, failure }
      })
      setUploads((list) => [...list, ...added])
    },
  }
}

function readAnswer(request: XMLHttpRequest): { result: EvidenceResult } | { failure: FailureData } {
  try {
    return JSON.parse(request.responseText) as { result: EvidenceResult } | { failure: FailureData }
  } catch {
    return { failure: NOT_UPLOADED }
  }
}
