import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Quote } from '@/components/shared/quote'
import { Section } from '@/components/shared/section'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import type { TaskPage } from '@/server/tasks/get-task'

type TaskSourceProps = {
  task: TaskPage
  /** As received, with the noise of the source, instead of cleaned. */
  received: boolean
  href: (received: boolean) => string
}

/** 原文依据: the sentences that ask for this task, with the way into the directive. */
export function TaskSource({ task, received, href }: TaskSourceProps) {
  const t = useTranslations('tasks.page')
  const { directive, quotes } = task
  const differs = quotes.some((quote) => quote.text !== quote.received)
  return (
    <Section
      id="source"
      title={t('source')}
      end={
        <span className="flex flex-wrap items-center gap-3">
          {differs ? (
            <SegmentedLinks
              label={t('textLook')}
              items={[
                { href: href(false), label: t('cleaned'), current: !received },
                { href: href(true), label: t('received'), current: received },
              ]}
            />
          ) : null}
          <Link href={`/directives/D${directive.no}${quotes[0] ? `#provision-${quotes[0].id}` : ''}`}>
            {directive.docNumber ?? directive.title}
            {quotes[0]?.path.length ? ` ${quotes[0].path.join(' ')}` : null}
          </Link>
        </span>
      }
    >
      {quotes.length === 0 ? (
        <p className="text-muted">{t('noSource')}</p>
      ) : (
        <div className="grid gap-3">
          {quotes.map((quote) => (
            <Quote key={quote.id} lang={quote.lang}>
              {received ? quote.received : quote.text}
            </Quote>
          ))}
        </div>
      )}
    </Section>
  )
}
