import { useTranslations } from 'next-intl'

/** Claimed (hollow) against verified (solid) on one scale of 0 to 100 %, with the gap in points; drawn without script. */
export function Dumbbell({ claimed, verified }: { claimed: number; verified: number }) {
  const t = useTranslations('overview')
  const at = (points: number) => 8 + points * 1.84
  return (
    <span className="grid grid-cols-[minmax(0,200px)_auto] items-center gap-3">
      <svg viewBox="0 0 200 16" className="h-4 w-full" aria-hidden="true" preserveAspectRatio="none">
        <path d="M8 8H192" stroke="var(--line)" strokeWidth="1" vectorEffect="non-scaling-stroke" />
        <path
          d={`M${at(verified)} 8H${at(claimed)}`}
          stroke="var(--brand)"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
        <circle cx={at(claimed)} cy="8" r="5" fill="var(--bg)" stroke="var(--brand)" strokeWidth="2" />
        <circle cx={at(verified)} cy="8" r="5" fill="var(--brand)" />
      </svg>
      <span className="text-note whitespace-nowrap text-muted">
        {t('dumbbell', { claimed, verified, gap: verified - claimed })}
      </span>
    </span>
  )
}
