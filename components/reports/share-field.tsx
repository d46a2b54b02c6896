'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFailureText } from '@/components/shared/failure-text'
import { Checkbox } from '@/components/ui/checkbox'
import type { ComposerForm } from '@/server/reports/get-composer'

/** 同时用于: the tasks of the same requirement that this report is to serve as well; each gets a report of its own. Nothing where there are none. */
export function ShareField({ shares }: { shares: ComposerForm['shares'] }) {
  const t = useTranslations('reports.share')
  const words = useFailureText()
  const [count, setCount] = useState(shares.filter((one) => one.chosen && !one.obstacle).length)
  if (shares.length === 0) return null
  return (
    <fieldset className="grid gap-1">
      <legend className="text-ui font-semibold">{t('title')}</legend>
      <p className="mb-1 text-note text-muted">{t('hint')}</p>
      {shares.map(({ assignmentId, no, title, directive, obstacle, chosen }) => (
        <Checkbox
          key={assignmentId}
          name="shareWith[]"
          value={assignmentId}
          defaultChecked={chosen && !obstacle}
          disabled={obstacle !== null}
          onChange={({ target }) => setCount((was) => was + (target.checked ? 1 : -1))}
          label={`T${no} ${title}`}
          hint={obstacle ? words(obstacle.code, obstacle.params) : (directive.docNumber ?? directive.title)}
        />
      ))}
      {count > 0 ? (
        <p role="status" className="text-note">
          {t('serves', { count: count + 1 })}
        </p>
      ) : null}
    </fieldset>
  )
}
