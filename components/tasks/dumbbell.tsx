import { useTranslations } from 'next-intl'

/** Claimed (hollow) against verified (solid) on one scale of 0 to 100 %, with the gap in points; drawn without script. */
export function Dumbbell({ claimed, verified }: { claimed: number; verified: number }) {
  const t = useTranslations('overview')
  const gap = verified - claimed
  return (
    <span className="grid grid-cols-[minmax(64px,1fr)_auto] items-center gap-4">
      <svg className="mx-1.5 h-4 w-[calc(100%-12px)] overflow-visible" aria-hidden="true">
        <line x1="0" x2="100%" y1="8" y2="8" stroke="var(--line)" />
        <line x1={`${verified}%`} x2={`${claimed}%`} y1="8" y2="8" stroke="var(--brand)" strokeWidth="2" />
        <circle cx={`${claimed}%`} cy="8" r="5" fill="var(--bg)" stroke="var(--brand)" strokeWidth="2" />
        <circle cx={`${verified}%`} cy="8" r="5" fill="var(--brand)" />
      </svg>
      <span className="text-note whitespace-nowrap text-muted">
        {t.rich('dumbbell', {
          claimed,
          verified,
          gap: gap < 0 ? `−${-gap}` : gap,
          b: (chunks) => <b className="text-text">{chunks}</b>,
        })}
      </span>
    </span>
  )
}
