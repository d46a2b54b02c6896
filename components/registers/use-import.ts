'use client'

import { useState } from 'react'
import type { FailureData } from '@/components/shared/failure-text'
import { newId } from '@/lib/new-id'
import type { ImportPreview } from '@/server/registers/read-import'

type Counts = ImportPreview['counts']
type Answer<R> = { result: R } | { failure: FailureData }
type Step =
  | { at: 'choose' }
  | { at: 'preview'; preview: ImportPreview; key: string }
  | { at: 'done'; counts: Counts }

/** Reads a workbook, shows what it would do, and does just that; the file stays here until it is confirmed. */
export function useImport(address: string, assignmentId: string) {
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState<'read' | 'import' | null>(null)
  const [failure, setFailure] = useState<FailureData | null>(null)

  async function post(what: string, query: Record<string, string>, headers: Record<string, string> = {}) {
    const asked = new URLSearchParams({
      ...(assignmentId ? { assignment: assignmentId } : {}),
      name: file?.name ?? '',
      ...query,
    })
    return fetch(`${address}/${what}?${asked}`, { method: 'POST', body: file, headers })
  }
  async function ask<R>(what: string, query: Record<string, string>, key?: string): Promise<R | null> {
    setFailure(null)
    const answer = await post(what, query, key ? { 'idempotency-key': key } : {})
      .then((response) => response.json() as Promise<Answer<R>>)
      .catch((): Answer<R> => ({ failure: { kind: 'refused', code: 'file.not_uploaded' } }))
    setBusy(null)
    if ('result' in answer) return answer.result
    setFailure(answer.failure)
    return null
  }
  return {
    step,
    file,
    busy,
    failure,
    choose(chosen: File | null) {
      setFile(chosen)
      setFailure(null)
      setStep({ at: 'choose' })
    },
    async read() {
      if (!file || busy) return
      setBusy('read')
      const preview = await ask<ImportPreview>('preview', {})
      if (preview) setStep({ at: 'preview', preview, key: newId() })
    },
    async confirm() {
      if (step.at !== 'preview' || busy) return
      setBusy('import')
      const done = await ask<{ counts: Counts }>('import', { mark: step.preview.mark }, step.key)
      if (done) setStep({ at: 'done', counts: done.counts })
    },
    async downloadBad() {
      const response = await post('bad-lines', {}).catch(() => null)
      if (!response?.ok) {
        setFailure({ kind: 'refused', code: 'file.not_uploaded' })
        return
      }
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await response.blob())
      link.download = file?.name ?? 'lines.xlsx'
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
    },
  }
}
