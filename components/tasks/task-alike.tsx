'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Section } from '@/components/shared/section'
import type { SameAndLike } from '@/server/tasks/list-same-requirements'
import { AlikeList, type AlikeActions } from './alike-list'

/** 同类要求 beside the page of a task; nothing where there is none. */
export function TaskAlike(props: { taskId: string; data: SameAndLike; actions: AlikeActions }) {
  const t = useTranslations('requirements')
  const router = useRouter()
  const { same, like } = props.data
  if (same.length + like.length === 0) return null
  return (
    <Section id="alike" title={t('title')} note={same.length + like.length}>
      <AlikeList {...props} onChanged={() => router.refresh()} />
    </Section>
  )
}
