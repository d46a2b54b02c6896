'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { IntakeFile } from './intake-types'

/** What file the text came in and how it was read: its kind, encoding, pages, tables, headings, and what a person should check. */
export function IntakeFileLine({ file, onForget }: { file: IntakeFile; onForget: () => void }) {
  const t = useTranslations('directives.intake')
  const facts = [
    t(`fileKinds.${file.kind}`),
    ...(file.encoding ? [t(`encodings.${file.encoding}`)] : []),
    ...(file.pages ? [t('facts.pages', { count: file.pages })] : []),
    ...(file.tables ? [t('facts.tables', { count: file.tables })] : []),
    ...(file.headings ? [t('facts.headings', { count: file.headings })] : []),
  ]
  return (
    <div className="grid gap-2 border-s-3 border-edge ps-4" role="group" aria-label={t('readHow')}>
      <p className="flex flex-wrap items-center gap-x-3">
        <b className="break-all">{file.name || t('unnamedFile')}</b>
        <span className="text-muted">{facts.join(' · ')}</span>
        <Button variant="quiet" onClick={onForget}>
          {t('forgetFile')}
        </Button>
      </p>
      {file.notes.length > 0 ? (
        <ul className="grid list-disc gap-1 ps-5">
          {file.notes.map(({ code, count }) => (
            <li key={code}>{t(`readNotes.${code}`, { count })}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
