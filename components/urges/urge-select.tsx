'use client'

import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { useRef, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { useKeys } from '@/components/shared/use-keys'

type UrgeSelectProps = {
  /** Rows behind the filter, on all pages. */
  total: number
  /** The ledger's address without its page: what “all” stands for. */
  query: string
  children: ReactNode
}

/** The ledger's rows with their tick boxes, and the bar that goes on to urge what is ticked: the page, or all that the filter finds. */
export function UrgeSelect({ total, query, children }: UrgeSelectProps) {
  const t = useTranslations('urges.select')
  const [count, setCount] = useState(0)
  const [all, setAll] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name=chosen]') ?? [])]
  const head = () => form.current?.querySelector<HTMLInputElement>('input[data-choose-page]')
  const [onPage, setOnPage] = useState(0)
  const recount = () => {
    const own = boxes()
    const ticked = own.filter((box) => box.checked).length
    const box = head()
    if (box) {
      box.checked = ticked === own.length
      box.indeterminate = ticked > 0 && ticked < own.length
    }
    setOnPage(own.length)
    setCount(ticked)
    if (ticked < own.length) setAll(false)
  }
  const tickAll = (checked: boolean) => {
    for (const box of boxes()) box.checked = checked
    recount()
  }
  useKeys({ KeyU: () => (count > 0 ? form.current?.requestSubmit() : false) }, { within: form })
  const shown = all ? total : count
  return (
    <Form
      ref={form}
      action="/urges/new"
      onChange={(event) => {
        const box = event.target as unknown as HTMLInputElement
        if (box.dataset.choosePage === undefined) recount()
        else tickAll(box.checked)
      }}
    >
      {all ? <input type="hidden" name="all" value={query} /> : null}
      <div
        className={`flex min-h-12 flex-wrap items-center gap-2 px-3 py-1 print:hidden ${count > 0 ? 'border-s-3 border-brand bg-brand-tint' : 'bg-surface'}`}
      >
        <span role="status" className={count > 0 ? 'font-semibold' : 'text-muted'}>
          {all ? t('allChosen', { total }) : count > 0 ? t('chosen', { count }) : t('hint')}
        </span>
        {/* Each a button of its own: one that became the other under the press would send the form. */}
        {count > 0 ? (
          <Button key="urge" type="submit" variant="primary">
            {t('urge', { count: shown })}
          </Button>
        ) : (
          <Button key="page" onClick={() => tickAll(true)}>
            {t('page')}
          </Button>
        )}
        {count > 0 && count === onPage && total > count && !all ? (
          <Button variant="quiet" onClick={() => setAll(true)}>
            {t('all', { total })}
          </Button>
        ) : null}
        {count > 0 ? (
          <Button variant="quiet" onClick={() => tickAll(false)}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
      {children}
    </Form>
  )
}
