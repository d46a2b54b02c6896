import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { PressKeys } from '@/components/shared/press-keys'
import { Section } from '@/components/shared/section'
import { StatusTag } from '@/components/shared/status-tag'
import { Tag } from '@/components/ui/tag'
import { ButtonLink } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { newId } from '@/lib/new-id'
import type { ExtensionList, ExtensionView } from '@/server/extensions/list-extensions'
import { ExtensionDecision, type DecideAction, type WithdrawAction } from './extension-decision'
import { ExtensionFacts } from './extension-facts'
import { extensionHref } from './extension-href'

type ExtensionSectionProps = {
  no: number
  list: ExtensionList
  today: string
  zone: string
  actions: { decide: DecideAction; withdraw: WithdrawAction }
}

/** Is there a request, or may one be made? */
export function showsExtensions({ extensions, mayAsk }: ExtensionList) {
  return extensions.length + mayAsk.length > 0
}

/** 延期 on a task's page: every request in sight for ever, the one under way with the step that is this person's; nothing where there is none and none may be asked for. */
export function ExtensionSection({ no, list, today, zone, actions }: ExtensionSectionProps) {
  const t = useTranslations('extensions')
  const words = useTaskWords()
  const { extensions, mayAsk } = list
  if (!showsExtensions(list)) return null
  const granted = extensions.filter((one) => one.status === 'granted').length
  return (
    <Section id="extensions" title={t('title')} note={t('count', { count: granted })}>
      {extensions.map((extension) => (
        <Extension key={extension.id} {...{ extension, today, zone, actions }} />
      ))}
      {mayAsk.length > 0 ? (
        <p className="flex flex-wrap gap-2 pt-1 print:hidden">
          {mayAsk.map(({ assignmentId, unit, drafted }, index) => (
            <ButtonLink
              key={assignmentId}
              href={extensionHref(no, assignmentId)}
              size="s"
              data-press={index === 0 ? 'ask-extension' : undefined}
            >
              {mayAsk.length === 1
                ? t(drafted ? 'goOn' : 'ask')
                : t(drafted ? 'goOnFor' : 'askFor', { unit: words.nameOf(unit) })}{' '}
              {index === 0 ? <Kbd>Y</Kbd> : null}
            </ButtonLink>
          ))}
          <PressKeys keys={{ KeyY: 'ask-extension' }} />
        </p>
      ) : null}
    </Section>
  )
}

type ExtensionProps = Pick<ExtensionSectionProps, 'today' | 'zone' | 'actions'> & { extension: ExtensionView }

function Extension({ extension, today, zone, actions }: ExtensionProps) {
  const words = useTaskWords()
  const t = useTranslations('extensions')
  const tasks = useTranslations('tasks')
  return (
    <article className="border-b py-2 last:border-b-0" aria-labelledby={`extension-${extension.id}`}>
      <h3 id={`extension-${extension.id}`} className="mb-1 flex flex-wrap items-baseline gap-2 text-ui">
        <span>{words.nameOf(extension.unit)}</span>
        <span className="font-normal text-muted">
          {tasks(`part.${extension.part}`)} · {t('no', { seq: extension.seq })}
        </span>
        <StatusTag>{t(`status.${statusKey(extension)}`)}</StatusTag>
        {extension.late ? <Tag tone="urgent">{t('late')}</Tag> : null}
      </h3>
      <ExtensionFacts extension={extension} today={today} />
      <ClientMessages namespaces={['extensions', 'tasks', 'date']}>
        <ExtensionDecision
          extension={extension}
          zone={zone}
          idempotencyKey={newId()}
          decide={actions.decide}
          withdraw={actions.withdraw}
        />
      </ClientMessages>
    </article>
  )
}

/** Where a request stands, in words: on what was handed down it waits for whoever handed it down. */
export function statusKey({ status, route }: Pick<ExtensionView, 'status' | 'route'>) {
  return status === 'awaiting_leader' && route === 'owner' ? 'awaiting_owner' : status
}
