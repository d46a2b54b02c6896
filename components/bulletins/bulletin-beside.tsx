import { useTranslations } from 'next-intl'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'
import type { BulletinActions } from './bulletin-actions'
import { NamingCheck } from './naming-check'
import { Remarks } from './remarks'
import { StepPanel } from './step-panel'
import { Versions } from './versions'

type Props = {
  bulletin: BulletinPage
  act: string
  today: string
  idempotencyKey: string
  actions: BulletinActions
}

/** What stands beside the page of a bulletin for whoever works on it: the next step, who is named, remarks, versions. */
export function BulletinBeside({ bulletin, act, today, idempotencyKey, actions }: Props) {
  const t = useTranslations('bulletins.page')
  return (
    <>
      {bulletin.may.edit ? <p className="py-2 text-note text-muted lg:hidden">{t('phone')}</p> : null}
      <StepPanel {...{ bulletin, act, idempotencyKey, actions }} />
      <NamingCheck {...{ bulletin, today, idempotencyKey, actions }} />
      <Remarks {...{ bulletin, today, idempotencyKey, actions }} />
      <Versions bulletin={bulletin} today={today} />
    </>
  )
}
