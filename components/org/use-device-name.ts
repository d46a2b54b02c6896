import { useTranslations } from 'next-intl'
import { deviceOf } from './device'

/** A device in words, as far as its browser says. */
export function useDeviceName(): (userAgent: string) => string {
  const t = useTranslations('sessions')
  return (userAgent) => {
    const { browser, system } = deviceOf(userAgent)
    if (browser && system) return t('deviceOn', { browser, system })
    return browser ?? system ?? t('unknownDevice')
  }
}
