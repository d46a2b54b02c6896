import { useTranslations } from 'next-intl'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'
import type { BulletinActions } from './bulletin-actions'
import { NamingCheck } from './naming-check'
import { Remarks } from './remarks'
import { StepPanel } from './step-panel'
import { Versions } from './versions'

type Props = { bulletin: BulletinPage; act: string; today: string; actions: BulletinActions }

/** What stands beside the page of a bulletin for whoever works on it: the next step, who is named, remarks, versions. */
export function BulletinBeside({ bulletin, act, today, actions }: Props) {
  const t = useTranslations('bulletins.page')
  return (
    <>
      {bulletin.may.edit ? <p className="py-2 text-note text-muted lg:hidden">{t('phone')}</p> : null}
      <StepPanel bulletin={bulletin} act={act} actions={actions} />
      <NamingCheck bulletin={bulletin} today={today} actions={actions} />
      <Remarks bulletin={bulletin} today={today} actions={actions} />
      <Versions bulletin={bulletin} today={today} />
    </>
  )
}
