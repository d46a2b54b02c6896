import { useTranslations } from 'next-intl'
import { isAuditEvent } from '@/domain/audit/events'

/** The name of a recorded act, as everywhere. */
export function useEventName(): (event: string) => string {
  const t = useTranslations('audit')
  return (event) => (isAuditEvent(event) ? t(`events.${event}`) : event)
}
