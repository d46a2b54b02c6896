'use client'

import { Lock, LockOpen, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { figureText } from '@/domain/bulletins/figures'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'
import { ActForm } from './act-form'
import type { BulletinActions } from './bulletin-actions'
import { useFieldWords } from './use-field-words'

type Props = { bulletin: BulletinPage; idempotencyKey: string; actions: BulletinActions; dirty?: boolean }

/** 刷新数字 and 定稿冻结: what was counted again, old beside new; text and figures fixed, or opened again. */
export function RefreshAndFreeze({ bulletin, idempotencyKey, actions, dirty = false }: Props) {
  const t = useTranslations('bulletins')
  const { may } = bulletin
  if (!may.edit && !may.unfreeze) return null
  return (
    <section aria-label={t('page.data')} className="grid gap-3 border-b pt-3 pb-4">
      {dirty ? <p className="text-note text-muted">{t('edit.unsaved')}</p> : null}
      {may.edit ? (
        <ActForm
          bulletin={bulletin}
          idempotencyKey={idempotencyKey}
          action={actions.refresh}
          disabled={dirty}
          icon={<RefreshCw aria-hidden className="size-4" />}
          label={t('refresh.act')}
        />
      ) : null}
      {may.edit && bulletin.versions[0]?.cause === 'refreshed' ? <Changes bulletin={bulletin} /> : null}
      {may.freeze ? (
        <ActForm
          bulletin={bulletin}
          idempotencyKey={idempotencyKey}
          action={actions.freeze}
          disabled={dirty}
          icon={<Lock aria-hidden className="size-4" />}
          label={t('freeze.act')}
        >
          {() => <p className="text-note text-muted">{t('freeze.note')}</p>}
        </ActForm>
      ) : null}
      {may.unfreeze ? (
        <ActForm
          bulletin={bulletin}
          idempotencyKey={idempotencyKey}
          action={actions.unfreeze}
          icon={<LockOpen aria-hidden className="size-4" />}
          label={t('freeze.undo')}
        />
      ) : null}
    </section>
  )
}

/** What the last refresh changed: it stays until the next change. */
function Changes({ bulletin }: { bulletin: BulletinPage }) {
  const t = useTranslations('bulletins.refresh')
  const words = useFieldWords(bulletin.language)
  const changed = bulletin.content.figures.flatMap((one) => (one.was ? [{ ...one, was: one.was }] : []))
  const text = (one: { value: number; outOf: number | null }) =>
    figureText({ value: one.value, of: one.outOf }, bulletin.language)
  return (
    <div role="status">
      <p>{changed.length === 0 ? t('none') : t('changed', { count: changed.length })}</p>
      <ul className="text-note">
        {changed.map((one) => (
          <li key={one.id}>
            {t('row', { name: words.nameOf(one.name, one.of), before: text(one.was), after: text(one) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
