'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { useKeys } from '@/components/shared/use-keys'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'

const Drawer = dynamic(() => import('@/components/ui/drawer').then((found) => found.Drawer), { ssr: false })

type LedgerDrawerProps = {
  /** The task that the address shows as the page is drawn; null where this person finds none of that number. */
  initial: { no: number; content: ReactNode } | null
  /** What the drawer shows of a task; null where there is none for this person. */
  read: (no: number) => Promise<ReactNode>
  children: ReactNode
}

const previews = () => [...document.querySelectorAll<HTMLElement>('[data-preview]')]
const numberOf = (link: HTMLElement | undefined) => Number(link?.dataset.preview)

/** A task beside its list: opened by Space or 预览, moved along by J and K; the address says which. Nothing depends on it: the title is a link to the page. */
export function LedgerDrawer({ initial, read, children }: LedgerDrawerProps) {
  const t = useTranslations('ledger')
  const address = useSearchParams().get('show')
  const no = Number(/^T?(\d{1,9})$/i.exec(address ?? '')?.[1] ?? 0) || null
  const [known, setKnown] = useState<ReadonlyMap<number, ReactNode>>(new Map())
  /** The task whose panel was closed. */
  const left = useRef<number | null>(null)
  const content = no === initial?.no ? initial?.content : no === null ? null : known.get(no)

  useEffect(() => {
    for (const row of document.querySelectorAll<HTMLElement>('[data-no]')) {
      if (Number(row.dataset.no) === no) row.setAttribute('data-marked', 'true')
      else if (no !== null) row.removeAttribute('data-marked')
    }
    if (no === null || no === initial?.no) return
    let current = true
    read(no).then(
      (found) => current && setKnown((before) => new Map([...before, [no, found ?? false]])),
      () => current && setKnown((before) => new Map([...before, [no, false]])),
    )
    return () => {
      current = false
    }
  }, [no, initial, read])

  // The row that was looked at last is where reading goes on, once the panel has gone and has given the focus back.
  useEffect(() => {
    const at = left.current
    if (no !== null || at === null) return
    left.current = null
    const focus = () =>
      previews()
        .find((link) => numberOf(link) === at)
        ?.focus()
    requestAnimationFrame(() => requestAnimationFrame(focus))
  }, [no])

  function show(next: number | null, add: boolean) {
    const url = new URL(window.location.href)
    if (next === null) url.searchParams.delete('show')
    else url.searchParams.set('show', `T${next}`)
    window.history[add ? 'pushState' : 'replaceState'](null, '', url)
  }
  function step(by: number) {
    const list = previews()
    const next = list[list.findIndex((link) => numberOf(link) === no) + by]
    if (next) show(numberOf(next), false)
  }
  function close() {
    left.current = no
    show(null, false)
  }
  function onClick(event: MouseEvent) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-preview]') : null
    if (!link) return
    event.preventDefault()
    show(numberOf(link), true)
  }
  return (
    <div onClickCapture={onClick}>
      {children}
      {no === null ? null : (
        <Drawer open onClose={close} title={`T${no}`}>
          <Steps step={step}>
            {content === undefined ? <p role="status">{t('reading')}</p> : content || <p>{t('notFound')}</p>}
          </Steps>
        </Drawer>
      )}
    </div>
  )
}

function Steps({ step, children }: { step: (by: number) => void; children: ReactNode }) {
  const t = useTranslations('ledger')
  // The keys work wherever the focus is in the panel: it stands on the panel itself at first.
  const panel = useRef<HTMLElement>(null)
  useKeys({ KeyJ: () => step(1), KeyK: () => step(-1) }, { within: panel })
  return (
    <div
      ref={(box) => {
        panel.current = box?.closest<HTMLElement>('[role="dialog"]') ?? null
      }}
      className="grid gap-3"
    >
      <p className="flex flex-wrap gap-2">
        <Button size="s" icon={<ChevronUp className="size-4" />} onClick={() => step(-1)}>
          {t('previous')} <Kbd>K</Kbd>
        </Button>
        <Button size="s" icon={<ChevronDown className="size-4" />} onClick={() => step(1)}>
          {t('next')} <Kbd>J</Kbd>
        </Button>
      </p>
      <div aria-live="polite">{children}</div>
    </div>
  )
}
