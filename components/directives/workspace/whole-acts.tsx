'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** Acts on the whole directive, after the cards; both can be undone. */
export function WholeActs({ onWhole, onRerun }: { onWhole: () => void; onRerun: () => void }) {
  const t = useTranslations('workspace')
  return (
    <div className="mx-6 mt-6 flex flex-wrap items-center gap-2 border-t pt-3 max-lg:hidden">
      <Button size="s" onClick={onWhole} title={t('whole.hint')}>
        {t('whole.do')}
      </Button>
      <Button size="s" onClick={onRerun} title={t('rerun.hint')}>
        {t('rerun.do')}
      </Button>
      <span className="text-note text-muted">{t('whole.note')}</span>
    </div>
  )
}
