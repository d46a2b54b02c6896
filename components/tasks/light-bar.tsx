import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LightShape, type LightName } from '@/components/shared/light'

export type BarPart = { light: LightName; count: number; href: string }

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
const PRINTS_WORD = 0.09
const PRINTS_COUNT = 0.03

/** One bar of 100 %: a segment a light, its count printed on it where it fits. The figures stand beside it as links too. */
export function LightBar({ parts, height = 28 }: { parts: readonly BarPart[]; height?: number }) {
  const t = useTranslations('common')
  const total = parts.reduce((sum, part) => sum + part.count, 0)
  if (total === 0) return null
  return (
    <div className="flex w-full gap-px" style={{ height }} data-bar>
      {parts
        .filter((part) => part.count > 0)
        .map(({ light, count, href }) => {
          const share = count / total
          const full = light === 'off'
          return (
            <Link
              key={light}
              href={href}
              data-count={count}
              aria-label={`${t(`lights.${light}`)} ${count}`}
              title={`${t(`lights.${light}`)} ${count}`}
              className="flex min-w-1 items-center justify-center gap-1 overflow-hidden border text-note whitespace-nowrap hover:no-underline"
              style={{ flexGrow: count, flexBasis: 0, background: FILL[light], borderColor: EDGE[light] }}
            >
              {share >= PRINTS_COUNT ? (
                <>
                  {full ? null : <LightShape light={light} />}
                  <span
                    style={{ color: full || light === 'risk' ? onFill(light) : 'var(--text)' }}
                    className="font-semibold"
                  >
                    {share >= PRINTS_WORD ? `${t(`lights.${light}`)} ` : ''}
                    {count}
                  </span>
                </>
              ) : null}
            </Link>
          )
        })}
    </div>
  )
}

/** Readable on the two full fills: white on red, dark on yellow (in the dark theme both are light grounds). */
function onFill(light: LightName): string {
  return light === 'off' ? 'var(--bg)' : 'var(--light-risk-on)'
}
