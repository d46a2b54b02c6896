import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import { cx } from '@/lib/cx'
import type { DirectiveText, TextSegment } from '@/server/directives/directive-text'

type DirectiveTextPaneProps = {
  no: number
  text: DirectiveText
  language: string
  /** As received, or cleaned and in simplified characters. */
  look: 'received' | 'cleaned'
  /** Titles of the tasks that the reader may read, by number. */
  titles: ReadonlyMap<number, string>
}

const UNDERLINE: Record<TextSegment['class'], string> = {
  task: 'decoration-class-task',
  goal: 'decoration-class-goal decoration-dotted',
  background: 'decoration-class-background',
  formality: 'decoration-class-formality decoration-dashed',
  open: 'decoration-class-open-line decoration-wavy',
}

/** The text beside its tasks, to be read: each sentence with the letter of its class and, opposite, the tasks that cite it. */
export function DirectiveTextPane({ no, text, language, look, titles }: DirectiveTextPaneProps) {
  const t = useTranslations('directives.page')
  const lang = look === 'cleaned' && language === 'zh-Hant' ? 'zh-Hans' : language
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SegmentedLinks
          label={t('textView')}
          items={(['cleaned', 'received'] as const).map((name) => ({
            href: name === 'cleaned' ? `/directives/D${no}` : `/directives/D${no}?text=received`,
            label: t(name),
            current: name === look,
          }))}
        />
        {text.extent === 'excerpt' ? <p className="text-muted">{t('excerptNote')}</p> : null}
      </div>
      <ol className="grid">
        {text.segments.map((segment) => (
          <Sentence key={segment.id} segment={segment} look={look} lang={lang} titles={titles} />
        ))}
      </ol>
    </div>
  )
}

function Sentence({
  segment,
  look,
  lang,
  titles,
}: {
  segment: TextSegment
  look: 'received' | 'cleaned'
  lang: string
  titles: ReadonlyMap<number, string>
}) {
  const t = useTranslations('directives.page')
  const kind = segment.class
  return (
    <li
      id={`provision-${segment.id}`}
      className={cx(
        'grid scroll-mt-20 gap-x-8 target:bg-brand-tint md:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]',
        segment.paragraph ? 'pt-3' : null,
      )}
    >
      <div className="grid grid-cols-[24px_minmax(0,38em)] gap-x-3">
        {segment.gap ? (
          <p className="col-start-2 text-muted">
            <span aria-hidden>{t('gap')}</span>
            <span className="sr-only">{t('gapRead')}</span>
          </p>
        ) : null}
        <abbr
          title={t(`classes.${kind}`)}
          className={cx(
            'col-start-1 mt-1 h-5 w-6 rounded-sm border text-center text-note leading-[18px] no-underline',
            kind === 'task' ? 'border-class-task text-class-task' : 'border-edge text-muted',
          )}
        >
          {t(`classLetters.${kind}`)}
        </abbr>
        <p
          lang={lang}
          className={cx(
            'text-directive underline decoration-1 underline-offset-6',
            UNDERLINE[kind],
            look === 'received' && 'whitespace-pre-wrap',
            kind === 'task' || kind === 'goal' ? null : 'text-muted',
          )}
        >
          {segment[look]}
        </p>
      </div>
      {segment.tasks.length > 0 ? (
        <ul
          aria-label={t('taskOf')}
          className="grid content-start gap-1 border-s-3 border-brand py-1 ps-3 max-md:ms-9 max-md:mb-3"
        >
          {segment.tasks.map((no) => (
            <li key={no}>
              <Link href={`/tasks/T${no}`} className="inline-block min-h-6">
                <b>{`T${no}`}</b> {titles.get(no)}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}
