import { useTranslations } from 'next-intl'
import { NoticeActs, type NoticeAction } from './notice-acts'
import { useEventName } from './use-event-name'

/** The kinds that this person does not want to see, each with the way back. */
export function NoticeMuted({ muted, mute }: { muted: readonly string[]; mute: NoticeAction }) {
  const t = useTranslations('notices')
  const nameOf = useEventName()
  if (muted.length === 0) return null
  return (
    <section aria-labelledby="muted-title" className="mt-4 border-t py-3">
      <h2 id="muted-title" className="text-note font-normal text-muted">
        {t('mutedTitle')}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {muted.map((event) => (
          <li key={event}>
            <NoticeActs
              act={mute}
              values={{ event, mute: 'off' }}
              label={t('unmute', { kind: nameOf(event) })}
              variant="quiet"
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
