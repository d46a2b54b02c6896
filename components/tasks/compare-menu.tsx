import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ArrowLeftRight } from 'lucide-react'
import { ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { CONTROL } from '@/components/ui/field'
import { Menu } from '@/components/ui/menu'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { WorkingCalendar } from '@/domain/calendar/working-days'
import { COMPARE_POINTS, compareDay, overviewHref, type OverviewView } from '@/domain/tasks/overview-view'

type CompareMenuProps = { view: OverviewView; today: LocalDate; calendar: WorkingCalendar }

/** Which earlier day the figures are compared with: three by name, or any day; it stands in the address. Beside it the way to fresh figures. */
export function CompareMenu({ view, today, calendar }: CompareMenuProps) {
  const t = useTranslations('overview.compare')
  const refresh = useTranslations('overview')
  return (
    <>
      <Menu
        align="end"
        trigger={
          <>
            <ArrowLeftRight aria-hidden className="size-4" />
            {t('with', { on: view.since.slice(5) })}
          </>
        }
        className="[&>summary]:rounded [&>summary]:border [&>summary]:border-edge [&>summary]:px-3"
      >
        {COMPARE_POINTS.map((point) => {
          const since = compareDay(point, today, calendar)
          return (
            <Link
              key={point}
              href={overviewHref(view, today, { since })}
              scroll={false}
              aria-current={since === view.since ? 'true' : undefined}
              className="flex min-h-9 items-center justify-between gap-6 px-4 text-text hover:bg-surface hover:no-underline aria-[current]:font-semibold aria-[current]:text-brand max-lg:min-h-11"
            >
              {t(`points.${point}`)}
              <span className="text-note text-muted">{since}</span>
            </Link>
          )
        })}
        <Form action="/overview" scroll={false} className="flex items-end gap-2 border-t p-4">
          <input type="hidden" name="by" value={view.by} />
          <label className="grid gap-1 text-note">
            {t('day')}
            <input type="date" name="since" max={today} defaultValue={view.since} className={CONTROL} />
          </label>
          <SubmitButton variant="default">{t('compare')}</SubmitButton>
        </Form>
      </Menu>
      <ButtonLink href={overviewHref(view, today)}>{refresh('refresh')}</ButtonLink>
    </>
  )
}
