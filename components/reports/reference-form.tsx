'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CONTROL } from '@/components/ui/field'

/** Evidence that needs no upload: a document number, a record elsewhere, an address. Stands inside the report's form, so Enter adds and never sends. */
export function ReferenceForm({ onAdd }: { onAdd: (reference: string, name: string) => void }) {
  const t = useTranslations('reports.evidence')
  const [reference, setReference] = useState('')
  const [name, setName] = useState('')
  const add = () => {
    if (reference.trim() === '') return
    onAdd(reference.trim(), name.trim())
    setReference('')
    setName('')
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
    event.preventDefault()
    add()
  }
  return (
    <div data-aside role="group" aria-label={t('refTitle')} className="grid gap-2 border bg-surface p-3">
      <label className="grid gap-1">
        <span className="font-semibold">{t('refLabel')}</span>
        <input
          value={reference}
          maxLength={500}
          onChange={(event) => setReference(event.target.value)}
          onKeyDown={onKeyDown}
          className={CONTROL}
        />
      </label>
      <label className="grid gap-1">
        <span>
          {t('refName')} <span className="text-note text-muted">{t('refNameHint')}</span>
        </span>
        <input
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={onKeyDown}
          className={CONTROL}
        />
      </label>
      <Button className="justify-self-start" onClick={add}>
        {t('refAdd')}
      </Button>
    </div>
  )
}
