import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Section } from '@/components/shared/section'
import { newId } from '@/lib/new-id'
import type { UnitChangeView } from '@/server/org/unit-change/list-unit-changes'
import { AdminForm } from './admin-form'

type Form<R> = Pick<ComponentProps<typeof AdminForm<R>>, 'action' | 'fields'>
type Props<D, W> = { change: UnitChangeView; zone: string; decide: Form<D>; withdraw: Form<W> }

/** What this administrator may do with a change of units: the second confirms or refuses it, the first takes it back. */
export function UnitChangeActs<D, W>({ change, zone, decide, withdraw }: Props<D, W>) {
  const t = useTranslations('unit_changes')
  const shared = {
    hidden: { no: change.no, version: change.version },
    idempotencyKey: newId(),
    cancelHref: '/admin/changes',
    zone,
  }
  return (
    <>
      {change.mayDecide ? (
        <Section id="decide" title={t('decide')} look="page">
          <AdminForm {...decide} {...shared} submit={t('decideSave')} />
        </Section>
      ) : null}
      {change.mayWithdraw ? (
        <Section id="withdraw" title={t('withdraw')} look="page">
          <AdminForm
            {...withdraw}
            {...shared}
            submit={t('withdrawSave', { no: change.no })}
            variant="danger"
          />
        </Section>
      ) : null}
    </>
  )
}
