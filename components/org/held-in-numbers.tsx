import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import type { HeldCounts } from '@/server/org/handover/held-duties'

type Props = { counts: HeldCounts; personId: string; leaving?: boolean }

/** What a person holds, for the system administrator, who sees no business: the numbers, and who can hand it over where. */
export function HeldInNumbers({ counts, personId, leaving = false }: Props) {
  const t = useTranslations('handover')
  const any = Object.values(counts).some((count) => count > 0)
  return (
    <Section id="held" title={t('heldTitle')} className="max-w-[880px]">
      <div className="grid gap-2">
        <p>{any ? t('heldCounts', counts) : t('nothing')}</p>
        {any ? (
          <>
            <p>
              {t('heldWay')} {leaving ? null : t('heldLeave')}
            </p>
            <pre className="overflow-x-auto rounded bg-surface px-4 py-2 font-mono text-ui">
              <code>{`/me/handover?person=${personId}`}</code>
            </pre>
          </>
        ) : null}
      </div>
    </Section>
  )
}
