import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { acknowledgeAssignmentAction } from '@/app/(main)/tasks/actions'
import { DeskKeys } from '@/components/notifications/desk-keys'
import { DeskView } from '@/components/notifications/desk-view'
import { AllChanges, AllDuties } from '@/components/notifications/full-lists'
import { ClientMessages } from '@/components/shared/client-messages'
import { DateText, TimeText } from '@/components/shared/date-text'
import { PageHeader } from '@/components/shared/page-header'
import { navigationFor } from '@/components/shell/navigation'
import { ButtonLink } from '@/components/ui/button'
import { DUTY_KEY_SHAPE } from '@/domain/notifications/duty-key'
import { hasRole } from '@/domain/permissions/actor'
import { getAllChanges, getAllDuties, getDesk } from '@/server/notifications/get-desk'
import { markDeskSeen } from '@/server/notifications/mark-desk-seen'
import { requireCtx } from '@/server/web/ctx'
import { noteReading } from '@/server/web/note-reading'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const text = (shape: RegExp) => z.string().regex(shape).optional().catch(undefined)
const query = z.object({
  all: z.enum(['do', 'since']).optional().catch(undefined),
  since: text(/^(workday|week|\d{4}-\d\d-\d\d)$/),
  event: text(/^[a-z]+\.[a-z_]+$/),
  after: text(DUTY_KEY_SHAPE),
  before: z.uuid().optional().catch(undefined),
})

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk')
  return { title: t('title') }
}

export default async function DeskPage({ searchParams }: Props) {
  const ctx = await requireCtx()
  // Discipline comes here from the audit page: it has nothing to do, and reads what is at risk and what changed.
  const has = navigationFor(ctx.person.posts.map((post) => post.role)).includes('desk')
  if (!has && !hasRole(ctx.actor, 'discipline')) notFound()
  const [t, address] = await Promise.all([getTranslations('desk'), searchParams.then(query.parse)])
  const { all, since, event, after, before } = address
  const shared = { today: ctx.today, acknowledge: acknowledgeAssignmentAction }
  const content =
    all === 'do' ? (
      <AllDuties duties={await getAllDuties(ctx, after)} address={address} {...shared} />
    ) : all === 'since' ? (
      <AllChanges
        changes={await getAllChanges(ctx, { since, event, before })}
        address={address}
        today={ctx.today}
      />
    ) : (
      <DeskView desk={await getDesk(ctx, { since })} since={since} {...shared} />
    )
  if (!all) await noteReading(ctx, markDeskSeen)
  return (
    <div className="mx-auto max-w-[960px]">
      <PageHeader
        title={
          <>
            <span className="max-lg:hidden">{t('title')}</span>
            <span className="lg:hidden">{t('titlePhone')}</span>
          </>
        }
        meta={
          <>
            <DateText on={ctx.today} look="day" /> <TimeText at={ctx.now} today={ctx.today} />
          </>
        }
        actions={all ? <ButtonLink href="/desk">{t('back')}</ButtonLink> : null}
      />
      <ClientMessages namespaces={['tasks']}>
        <DeskKeys>{content}</DeskKeys>
      </ClientMessages>
    </div>
  )
}
