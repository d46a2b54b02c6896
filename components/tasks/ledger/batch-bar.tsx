'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { ExportMenu, type ExportAction } from '@/components/exports/export-menu'
import { useFailureText } from '@/components/shared/failure-text'
import { Button, ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { MOST_NAMED, queryOfTasks } from '@/domain/tasks/ledger-filter'
import { newId } from '@/lib/new-id'
import { BATCH_GO_KEYS, BATCH_GOES } from './batch-goes'
import { BATCH_ACTS, refsFor, useBatch, type BatchAct } from './use-batch'
import type { LedgerSelection } from './use-ledger-selection'

/** The lists that can be taken of ticked rows. */
const EXPORTED = ['tasks', 'assignments', 'reports'] as const

type BatchBarProps = {
  selection: LedgerSelection
  batch: ReturnType<typeof useBatch>
  /** Rows behind the filter, on all pages. */
  total: number
  /** The filter as text: what “all” stands for where they are urged. */
  query: string
  /** Ticks all that the filter finds; answers how many those are. */
  chooseAll: () => Promise<void>
  /** Takes exactly what is ticked out as a file. */
  take: ExportAction
}

/** In place of the toolbar while something is ticked: what can be done to it, and to all that the filter finds. */
export function BatchBar({ selection, batch, total, query, chooseAll, take }: BatchBarProps) {
  const t = useTranslations('ledger.batch')
  const router = useRouter()
  const [asked, setAsked] = useState<BatchAct | null>(null)
  const [loading, setLoading] = useState(false)
  const [key] = useState(newId)
  const { chosen } = selection
  const urged = [...chosen].filter(([, row]) => row.urge).map(([no]) => no)
  const taken = [...chosen].filter(([, row]) => row.take).map(([no]) => no)
  const goes = BATCH_GO_KEYS.map((key) => ({
    key,
    nos: [...chosen].filter(([, row]) => BATCH_GOES[key].of(row)).map(([no]) => no),
  })).filter(({ nos }) => nos.length > 0)
  const acts = BATCH_ACTS.map((act) => ({ act, count: refsFor(act, chosen).length })).filter(
    ({ count }) => count > 0,
  )
  const urge = () => {
    const numbers = new URLSearchParams(urged.map((no) => ['chosen', `T${no}`]))
    if (chosen.size === total) numbers.set('all', query)
    router.push(`/urges/new?${numbers.toString()}`)
  }
  const all = async () => {
    setLoading(true)
    await chooseAll()
    setLoading(false)
  }
  if (batch.progress)
    return (
      <Bar>
        <span role="status" className="font-semibold">
          {t('progress', { at: batch.progress.at, of: batch.progress.of })}
        </span>
      </Bar>
    )
  if (asked)
    return (
      <Bar>
        <span className="font-semibold">
          {t(`confirm.${asked}`, { count: refsFor(asked, chosen).length })}
        </span>
        <Button
          variant="primary"
          autoFocus
          onClick={() => {
            setAsked(null)
            void batch.run(asked)
          }}
        >
          {t(`acts.${asked}`, { count: refsFor(asked, chosen).length })}
        </Button>
        <Button variant="quiet" onClick={() => setAsked(null)}>
          {t('back')}
        </Button>
      </Bar>
    )
  return (
    <Bar>
      <span role="status" className="font-semibold">
        {chosen.size === total && total > 1 ? t('allChosen', { total }) : t('chosen', { count: chosen.size })}
      </span>
      {urged.length > 0 ? (
        <Button variant="primary" data-press="urge" data-selection-act="" onClick={urge}>
          {t('acts.urge', { count: urged.length })}
        </Button>
      ) : null}
      {acts.map(({ act, count }, at) => (
        <Button
          key={act}
          data-selection-act=""
          variant={at === 0 && urged.length === 0 ? 'primary' : 'default'}
          onClick={() => (act === 'acknowledge' ? void batch.run(act) : setAsked(act))}
        >
          {t(`acts.${act}`, { count })}
        </Button>
      ))}
      {goes.map(({ key, nos }) => (
        <ButtonLink
          key={key}
          data-selection-act=""
          href={BATCH_GOES[key].href(nos)}
          prefetch={false}
          icon={BATCH_GOES[key].icon}
          className={BATCH_GOES[key].className}
        >
          {t(`goes.${key}`, { count: nos.length })}
        </ButtonLink>
      ))}
      {taken.length > 0 ? (
        <ExportMenu
          lists={EXPORTED.map((kind) => ({ kind, query: queryOfTasks(taken) }))}
          label={t('take', { count: taken.length })}
          action={take}
          idempotencyKey={key}
        />
      ) : null}
      {chosen.size < Math.min(total, MOST_NAMED) ? (
        <Button variant="quiet" pending={loading} onClick={() => void all()}>
          {total > MOST_NAMED ? t('first', { most: MOST_NAMED }) : t('all', { total })}
        </Button>
      ) : null}
      <Button variant="quiet" className="ms-auto" onClick={selection.clear}>
        {t('clear')}
      </Button>
    </Bar>
  )
}

function Bar({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-2 border-s-3 border-brand bg-brand-tint px-3 py-1 print:hidden max-md:sticky max-md:bottom-14 max-md:z-2">
      {children}
    </div>
  )
}

/** What became of the batch: one line, and each that was left out with its reason. */
export function BatchTold({ told }: { told: ReturnType<typeof useBatch>['told'] }) {
  const t = useTranslations('ledger.batch')
  const say = useFailureText()
  if (!told) return null
  return (
    <div role="status" className="mb-2 grid justify-items-start gap-1 border-s-3 border-brand ps-3">
      <p>
        {t(`done.${told.act}`, { done: told.done })}
        {told.left.length > 0 ? t('left', { count: told.left.length }) : null}
        {told.failure
          ? t('failed', { reason: say(told.failure.code, told.failure.params, 'refused') })
          : null}
      </p>
      {told.left.length > 0 ? (
        <Disclosure summary={t('view')}>
          <ul className="text-muted">
            {told.left.map(({ no, code, params }, at) => (
              <li key={no ?? at}>
                {t('item', { no: no ? `T${no}` : '—', reason: say(code, params, 'refused') })}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  )
}
