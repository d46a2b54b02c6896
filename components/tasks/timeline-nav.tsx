import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import { besideWindow, TIMELINE_ZOOMS, type TimelineWindow } from '@/domain/tasks/timeline'

type TimelineNavProps = {
  window: TimelineWindow
  /** The same page with another window, `start` left out for the one around today. */
  hrefOf: (query: { zoom: string; start?: string }) => string
}

/** Which stretch of time is drawn, and how near: all in the address, so there is nothing to scroll sideways. */
export function TimelineNav({ window, hrefOf }: TimelineNavProps) {
  const t = useTranslations('timeline')
  const { zoom, fromOn, toOn } = window
  const beside = (way: 1 | -1) => hrefOf({ zoom, start: besideWindow(window, way) })
  return (
    <div className="flex flex-wrap items-center gap-2 py-2 max-md:hidden">
      <SegmentedLinks
        label={t('zoom.label')}
        items={TIMELINE_ZOOMS.map((one) => ({
          href: hrefOf({ zoom: one }),
          label: t(`zoom.${one}`),
          current: one === zoom,
        }))}
      />
      <span className="flex flex-wrap items-center gap-2 print:hidden">
        <ButtonLink href={beside(-1)} size="s" scroll={false}>
          <ChevronLeft aria-hidden className="size-4" />
          {t('earlier')}
        </ButtonLink>
        <ButtonLink href={hrefOf({ zoom })} size="s" scroll={false}>
          {t('now')}
        </ButtonLink>
        <ButtonLink href={beside(1)} size="s" scroll={false}>
          {t('later')}
          <ChevronRight aria-hidden className="size-4" />
        </ButtonLink>
      </span>
      <span className="text-muted">{t('window', { from: fromOn, to: toOn })}</span>
    </div>
  )
}
