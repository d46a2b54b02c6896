import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { Button } from '@/components/ui/button'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import type { SincePoint } from '@/server/notifications/get-desk'
import { deskHref, type DeskAddress } from './desk-href'

type SinceChooserProps = { point: SincePoint; address: DeskAddress; today: string }

/** The point that changes are compared with; it stands in the address. */
export function SinceChooser({ point, address, today }: SinceChooserProps) {
  const t = useTranslations('desk.since')
  const to = (since: string | undefined) => deskHref({ ...address, since, before: undefined })
  const { last, choice } = point
  const items = [
    ...(last
      ? [
          {
            href: to(undefined),
            label: <span>{t.rich('last', { at: () => <TimeText at={last} today={today} /> })}</span>,
            current: choice === 'last',
          },
        ]
      : []),
    { href: to('workday'), label: t('workday'), current: choice === 'workday' },
    { href: to('week'), label: t('week'), current: choice === 'week' },
  ]
  return (
    <div className="flex flex-wrap items-center gap-2 py-2 text-ui print:hidden">
      <SegmentedLinks label={t('label')} items={items} />
      <details open={choice === 'date'} className="flex flex-wrap items-center gap-2">
        <summary className="inline-flex min-h-8 cursor-pointer items-center px-2 text-link max-md:min-h-11">
          {t('date')}
        </summary>
        <form action="/desk" className="flex flex-wrap items-center gap-2">
          {address.all ? <input type="hidden" name="all" value={address.all} /> : null}
          {address.event ? <input type="hidden" name="event" value={address.event} /> : null}
          <label className="flex items-center gap-2">
            {t('day')}
            <input
              type="date"
              name="since"
              required
              max={today}
              defaultValue={point.on ?? point.days.week}
              className="min-h-8 rounded border border-edge bg-bg px-2 text-text max-md:min-h-11 max-md:text-prose"
            />
          </label>
          <Button type="submit">{t('compare')}</Button>
        </form>
      </details>
    </div>
  )
}
