import { BulletinBeside } from '@/components/bulletins/bulletin-beside'
import type { BulletinActions } from '@/components/bulletins/bulletin-actions'
import { Composer } from '@/components/bulletins/composer'
import { Outline } from '@/components/bulletins/outline'
import { RefreshAndFreeze } from '@/components/bulletins/refresh-and-freeze'
import { PaperView } from '@/components/documents/paper-view'
import { ClientMessages } from '@/components/shared/client-messages'
import { newId } from '@/lib/new-id'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'
import { getPaperFrame } from '@/server/bulletins/get-paper-frame'
import { makePaper } from '@/server/documents/make-paper'
import { ledgerChoices } from '@/server/tasks/ledger-choices'
import type { PageCtx } from '@/server/web/ctx'
import {
  freezeBulletinAction,
  refreshBulletinAction,
  saveBulletinAction,
  settleRemarkAction,
  stepBulletinAction,
  tellUnitsAction,
  unfreezeBulletinAction,
  waiveNamingAction,
  writeRemarkAction,
} from '../actions'

const ACTIONS: BulletinActions = {
  save: saveBulletinAction,
  refresh: refreshBulletinAction,
  freeze: freezeBulletinAction,
  unfreeze: unfreezeBulletinAction,
  step: stepBulletinAction,
  tell: tellUnitsAction,
  waive: waiveNamingAction,
  remark: writeRemarkAction,
  settle: settleRemarkAction,
}

type Props = { ctx: PageCtx; bulletin: BulletinPage; act: string }

/** The bulletin itself: to be edited by whoever may now, else as it lies on paper; beside it, for those who work on it, what they do. */
export async function BulletinBody({ ctx, bulletin, act }: Props) {
  if (bulletin.hidden) return null
  const idempotencyKey = newId()
  const beside = bulletin.followed ? (
    <BulletinBeside {...{ bulletin, act, idempotencyKey }} today={ctx.today} actions={ACTIONS} />
  ) : null
  if (bulletin.may.edit) {
    const [paper, choices] = await Promise.all([
      getPaperFrame(ctx, bulletin.no, ctx.locale),
      ledgerChoices(ctx),
    ])
    const units = choices.units.map((one) => ({
      code: one.code,
      label: ctx.locale === 'en' ? one.nameEn : one.name,
    }))
    return (
      <ClientMessages namespaces={['bulletins', 'tasks']}>
        <Composer
          key={bulletin.base}
          {...{ bulletin, paper, units, beside, idempotencyKey }}
          actions={ACTIONS}
        />
      </ClientMessages>
    )
  }
  const document = await makePaper(ctx, { kind: 'bulletin', no: `B${bulletin.no}` }, ctx.locale)
  return (
    <div className={beside ? 'bulletin-desk' : undefined}>
      {beside ? <Outline content={bulletin.content} /> : null}
      <div className="paper-desk min-w-0">
        <PaperView document={document} />
      </div>
      {beside ? (
        <div className="min-w-0 print:hidden">
          <ClientMessages namespaces={['bulletins', 'tasks']}>
            {beside}
            <RefreshAndFreeze {...{ bulletin, idempotencyKey }} actions={ACTIONS} />
          </ClientMessages>
        </div>
      ) : null}
    </div>
  )
}
