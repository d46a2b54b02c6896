import { useTranslations } from 'next-intl'
import { ClassMark } from './class-mark'
import css from './workspace.module.css'

/** Head of the text: how it is shown, and what the letters mean. */
export function SourceHead({ tidy, onTidy }: { tidy: boolean; onTidy: (tidy: boolean) => void }) {
  const t = useTranslations('workspace')
  return (
    <div className="sticky top-0 z-2 flex min-h-10 items-center gap-3 border-b bg-bg px-6 max-lg:px-0">
      <h2 className="text-ui font-semibold whitespace-nowrap">{t('source.title')}</h2>
      <div role="group" aria-label={t('source.view')} className="inline-flex rounded border border-edge">
        {[true, false].map((value) => (
          <button
            key={String(value)}
            type="button"
            aria-pressed={tidy === value}
            onClick={() => onTidy(value)}
            className="min-h-7 px-3 first:rounded-s-sm last:rounded-e-sm aria-pressed:bg-brand-tint aria-pressed:font-semibold aria-pressed:text-brand max-lg:min-h-11"
          >
            {t(value ? 'source.tidy' : 'source.received')}
          </button>
        ))}
      </div>
      <div
        className={`${css.legend} ms-auto flex gap-3 text-note whitespace-nowrap text-muted max-xl:hidden`}
      >
        <span className="inline-flex items-center gap-1">
          <ClassMark of="task" sure inline />
          {t('states.confirmed')}
        </span>
        <span className="inline-flex items-center gap-1">
          <ClassMark of="task" sure={false} inline />
          {t('states.proposed')}
        </span>
        <span className="inline-flex items-center gap-1">
          <ClassMark of="open" sure={false} inline />
          {t('classes.open')}
        </span>
      </div>
    </div>
  )
}
