import { useTranslations } from 'next-intl'
import type { DraftPart } from '@/domain/directives/draft/model'

const HOW = ['former', 'successor', 'looks'] as const

/** Why a unit is proposed, in words: 原文点名 · 职能匹配“…” · 近两年同类 n 项由其牵头. */
export function usePartReason() {
  const t = useTranslations('workspace.reasons')
  return (part: Pick<DraftPart, 'reason' | 'source'>): string => {
    const { reason } = part
    const word = reason?.word ?? ''
    switch (reason?.code) {
      case 'ambiguous':
        return t('ambiguous', { word })
      case 'duty':
        return t('duty', { word })
      case 'past': {
        const past = t('past', { count: reason.count ?? 0, word })
        return reason.duty ? [past, t('duty', { word: reason.duty })].join(t('join')) : past
      }
      case 'named': {
        const how = HOW.find((one) => one === reason.how)
        return how ? t(`namedAs.${how}`, { word }) : t('named')
      }
      default:
        return part.source === 'text' ? t('named') : t('other')
    }
  }
}
