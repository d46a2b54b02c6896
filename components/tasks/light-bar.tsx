import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { LightShape, type LightName } from '@/components/shared/light'
import { cx } from '@/lib/cx'

/** Without an address it is how things stood: drawn, not counted behind a link. */
export type BarPart = { light: LightName; count: number; href?: string }

const FILL: Partial<Record<LightName, string>> = {
  off: 'var(--light-off-fill)',
  risk: 'var(--light-risk-fill)',
  ok: 'var(--light-ok-tint)',
  done: 'var(--light-done-tint)',
  late: 'var(--light-done-tint)',
  idle: 'var(--bg)',
}
const EDGE: Partial<Record<LightName, string>> = {
  off: 'var(--light-off-edge)',
  risk: 'var(--light-risk-edge)',
  ok: 'var(--light-ok-edge)',
  done: 'var(--light-done-edge)',
  late: 'var(--light-done-edge)',
  idle: 'var(--light-idle-edge)',
}

/**
 * One bar of 100 %: a segment a light. Each measures itself: its count is printed where it fits, its word where there is
 * room for it too. `hidden`: drawn beside the same figures as links, so not a second row of them for keyboard and ear.
 */
export function LightBar({
  parts,
  height = 28,
  hidden,
}: {
  parts: readonly BarPart[]
  height?: number
  hidden?: boolean
}) {
  const shown = parts.filter((part) => part.count > 0)
  if (shown.length === 0) return null
  return (
    <div className="flex w-full gap-px" style={{ height }} data-bar aria-hidden={hidden || undefined}>
      {shown.map((part) => (
        <Segment key={part.light} {...part} hidden={hidden} />
      ))}
    </div>
  )
}

const SEGMENT =
  '@container flex min-w-1.5 items-center justify-center overflow-hidden border text-note font-semibold whitespace-nowrap hover:no-underline'

function Segment({ light, count, href, hidden }: BarPart & { hidden?: boolean }) {
  const t = useTranslations('common')
  const wordFrom = useLocale() === 'en' ? '@min-[132px]:inline' : '@min-[88px]:inline'
  const words = `${t(`lights.${light}`)} ${count}`
  const style = {
    flexGrow: count,
    flexBasis: 0,
    background: FILL[light],
    borderColor: EDGE[light],
    color: inkOn(light),
  }
  const content = (
    <span className="hidden items-center gap-1 @min-[22px]:inline-flex">
      {light === 'off' ? null : <LightShape light={light} className="hidden @min-[44px]:inline-block" />}
      <span>
        <span className={cx('hidden', wordFrom)}>{t(`lights.${light}`)} </span>
        {count}
      </span>
    </span>
  )
  if (!href)
    return (
      <span title={words} className={SEGMENT} style={style}>
        {content}
      </span>
    )
  return (
    <Link
      href={href}
      data-count={count}
      tabIndex={hidden ? -1 : undefined}
      aria-label={words}
      title={words}
      className={SEGMENT}
      style={style}
    >
      {content}
    </Link>
  )
}

/** Readable on the two full fills: white on red, dark on yellow (in the dark theme both are light grounds). */
function inkOn(light: LightName): string {
  if (light === 'off') return 'var(--bg)'
  return light === 'risk' ? 'var(--light-risk-on)' : 'var(--text)'
}
