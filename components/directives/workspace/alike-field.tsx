'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { AlikeList } from '@/components/tasks/alike-list'
import { idle } from '@/domain/action-state'
import type { DraftTask } from '@/domain/directives/draft/model'
import type { SameAndLike } from '@/server/tasks/list-same-requirements'
import { useAlikeApi } from './alike-context'

/** A moment of rest before it is asked for: whoever runs through the cards with J asks for none of them. */
const REST_MS = 150

/** 同类要求 in an open card: requirements in force that this one repeats, to be looked at or linked. Nothing where there is none. */
export function AlikeField({ task }: { task: DraftTask }) {
  const t = useTranslations('requirements')
  const api = useAlikeApi()
  const [data, setData] = useState<{ of: string; found: SameAndLike } | null>(null)
  const cited = task.provisionIds.join()
  const of = `${task.id} ${cited}`
  const load = useCallback(async () => {
    const answer = await api?.read(idle, { taskId: task.id }).catch(() => null)
    if (answer?.status === 'ok') setData({ of, found: answer.result })
  }, [api, task.id, of])
  useEffect(() => {
    const timer = setTimeout(() => void load(), REST_MS)
    return () => clearTimeout(timer)
  }, [load])
  const changed = () => {
    // The pressed button goes: keys go on from the card.
    document.getElementById(`t-${task.id}`)?.focus({ preventScroll: true })
    void load()
  }
  if (data?.of !== of || !api) return null
  const { found } = data
  if (found.same.length + found.like.length === 0) return null
  return (
    <section
      aria-label={t('title')}
      className="col-start-3 col-end-[-1] max-lg:col-start-1 mt-1 mb-1 grid gap-2 rounded border bg-surface px-3 py-2"
    >
      <h4 className="text-note font-semibold text-risk">{t(found.like.length > 0 ? 'repeats' : 'title')}</h4>
      <AlikeList taskId={task.id} data={found} actions={api} onChanged={changed} />
    </section>
  )
}
