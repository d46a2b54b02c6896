'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, type ReactNode } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFailureText } from '@/components/shared/failure-text'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'

type Result = {
  done: number
  left: { no?: number | null; code: string; params?: Record<string, string | number> }[]
}

type BatchFormProps = {
  /** What is done to the ticked rows: its words. */
  act: 'acknowledge' | 'strikeOff' | 'archive'
  action: (state: ActionState<Result>, payload: FormData) => Promise<ActionState<Result>>
  /** Made by the server for each rendering of the page. */
  idempotencyKey: string
  children: ReactNode
}

/** The ledger's rows with their tick boxes, and the bar that acts on what is ticked; what was left out is named with why. */
export function BatchForm({ act, action, idempotencyKey, children }: BatchFormProps) {
  const t = useTranslations(`tasks.${act}`)
  const say = useFailureText()
  const [state, submit] = useFormAction(action)
  const { problems } = useProblems(state)
  const [count, setCount] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name=chosen]') ?? [])]
  const recount = () => setCount(boxes().filter((box) => box.checked).length)
  const tickAll = (checked: boolean) => {
    for (const box of boxes()) box.checked = checked
    recount()
  }
  const result = state.status === 'ok' ? state.result : null
  const reasons =
    result &&
    [...new Set(result.left.map(({ no, code, params }) => (no ? `T${no} ` : '') + say(code, params)))].join(
      '; ',
    )

  return (
    <form ref={form} action={submit} onChange={recount} onReset={() => setCount(0)}>
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <ErrorSummary problems={problems} />
      <p role="status" className={result ? 'mb-2 border-s-3 border-brand ps-3' : 'sr-only'}>
        {result ? t('done', { done: result.done }) : null}
        {result && result.left.length > 0
          ? t('left', { count: result.left.length, reasons: reasons ?? '' })
          : null}
      </p>
      <div
        className={`flex min-h-12 flex-wrap items-center gap-2 px-3 py-1 print:hidden ${count > 0 ? 'border-s-3 border-brand bg-brand-tint' : 'bg-surface'}`}
      >
        <span className={count > 0 ? 'font-semibold' : 'text-muted'}>
          {count > 0 ? t('selected', { count }) : t('hint')}
        </span>
        {count > 0 ? (
          <SubmitButton pendingLabel={t('pending')}>{t('submit', { count })}</SubmitButton>
        ) : (
          <Button onClick={() => tickAll(true)}>{t('choosePage')}</Button>
        )}
        {count > 0 ? (
          <Button variant="quiet" onClick={() => tickAll(false)}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
      {children}
    </form>
  )
}
