'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFailureText, type FailureData } from '@/components/shared/failure-text'
import { textLang } from '@/components/reports/text-lang'
import { Button } from '@/components/ui/button'
import { idle, type ActionState } from '@/domain/action-state'
import { newId } from '@/lib/new-id'
import type { LikeRequirement } from '@/server/tasks/list-like-requirements'
import type { SameAndLike, SameRequirement } from '@/server/tasks/list-same-requirements'

type Act<I> = (state: ActionState<{ taskNo: number }>, input: I) => Promise<ActionState<{ taskNo: number }>>

/** Linking and unlinking; both answer with the task. */
export type AlikeActions = {
  link: Act<{ taskId: string; otherId: string; idempotencyKey: string }>
  unlink: Act<{ taskId: string; version: number; idempotencyKey: string }>
}

type AlikeListProps = {
  taskId: string
  data: SameAndLike
  actions: AlikeActions
  /** After a link was made or undone. */
  onChanged: () => void
}

/** 同类要求: the tasks linked as the same requirement, then those in force that are like it, each with its own words. */
export function AlikeList({ taskId, data, actions, onChanged }: AlikeListProps) {
  const t = useTranslations('requirements')
  const words = useFailureText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureData | null>(null)
  const run = async (act: () => Promise<ActionState<{ taskNo: number }>>) => {
    if (busy) return
    setBusy(true)
    const answer = await act().catch(() => null)
    setBusy(false)
    setFailure(answer?.status === 'error' ? answer.failure : null)
    if (answer?.status === 'ok') onChanged()
  }
  return (
    <div className="grid gap-3">
      {failure ? (
        <p role="alert" className="text-danger">
          {words(failure.code, failure.params, failure.kind)}
        </p>
      ) : null}
      {data.same.length > 0 ? (
        <div className="grid gap-2">
          <p className="text-note font-semibold">{t('same', { count: data.same.length })}</p>
          <ul className="grid gap-2">
            {data.same.map((one) => (
              <li key={one.taskId}>
                <Head one={one} />
              </li>
            ))}
          </ul>
          {data.mayLink && data.version !== null ? (
            <Button
              size="s"
              variant="quiet"
              className="-ms-2 justify-self-start"
              pending={busy}
              onClick={() =>
                run(() =>
                  actions.unlink(idle, { taskId, version: data.version ?? 0, idempotencyKey: newId() }),
                )
              }
            >
              {t('unlink')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {data.like.length > 0 ? (
        <ul className="grid gap-3">
          {data.like.map((one) => (
            <li key={one.taskId} className="grid gap-1 border-s-2 border-edge ps-3">
              <Head one={one} percent={one.percent} />
              <blockquote lang={textLang(one.quote)} className="text-muted">
                {one.quote}
              </blockquote>
              {data.mayLink ? (
                <Button
                  size="s"
                  className="mt-0.5 justify-self-start"
                  pending={busy}
                  onClick={() =>
                    run(() => actions.link(idle, { taskId, otherId: one.taskId, idempotencyKey: newId() }))
                  }
                >
                  {t('link', { no: one.no })}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** Number, title, where it comes from, who leads it, where it stands. */
export function Head({ one, percent }: { one: SameRequirement | LikeRequirement; percent?: number }) {
  const t = useTranslations('requirements')
  const english = useLocale() === 'en'
  const { lead, directive } = one
  const facts = [
    directive.docNumber ?? directive.title,
    lead ? t('lead', { unit: english ? lead.nameEn : lead.name }) : null,
    t.has(`status.${one.status}` as 'status.dispatched')
      ? t(`status.${one.status}` as 'status.dispatched')
      : null,
  ]
  return (
    <div className="grid gap-0.5">
      <p className="leading-6">
        {percent === undefined ? null : (
          <span className="me-2 inline-block rounded bg-raised px-1.5 text-note leading-5 font-semibold tabular-nums">
            {t('percent', { percent })}
          </span>
        )}
        <a
          href={`/tasks/T${one.no}`}
          target="_blank"
          rel="noreferrer"
          lang={textLang(one.title)}
          className="underline underline-offset-3"
        >
          {`T${one.no} ${one.title}`}
        </a>
      </p>
      <p className="text-note text-muted">{facts.filter(Boolean).join(t('join'))}</p>
    </div>
  )
}
