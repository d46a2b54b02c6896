'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { DraftTask } from '@/domain/directives/draft/model'
import { targetsIn } from '@/domain/directives/draft/targets'
import { AlikeField } from './alike-field'
import { confirmTasks } from './build-acts'
import { DiscardForm } from './discard-form'
import { DueField } from './due-field'
import { EditableText } from './editable-text'
import { KindField } from './kind-field'
import { IndicatorsField } from './indicators-field'
import { MilestonesField } from './milestones-field'
import { PersonField } from './person-field'
import { LeadField, SupportingField } from './unit-fields'
import { useWorkspaceApi, useWorkspaceFacts, type PanelField } from './workspace-context'
import css from './workspace.module.css'

/** The current card with every field, and the acts as buttons that name their keys. */
export function OpenCard({
  task,
  field,
  state,
}: {
  task: DraftTask
  field: PanelField | null
  state: ReactNode
}) {
  const t = useTranslations('workspace')
  const api = useWorkspaceApi()
  const { localities, directive, breakdown } = useWorkspaceFacts()
  const editable = task.status === 'draft'
  const open = (name: PanelField) => () => api.openPanel({ field: name, on: 'current' })
  const close = () => {
    api.openPanel(null)
    document.getElementById(`t-${task.id}`)?.focus({ preventScroll: true })
  }
  const targets = useMemo(() => targetsIn(api.wordsOf(task)), [api, task])
  const shared = { task, field, editable, close }
  const text = (name: 'expectedResult' | 'remark') => (
    <EditableText
      label={t(`fields.${name}`)}
      value={task[name]}
      empty={editable ? t('fill') : t('none')}
      editing={editable && field === name}
      onEdit={editable ? open(name) : () => {}}
      onSave={(value) => api.act({ type: 'setText', taskId: task.id, field: name, value })}
      onClose={close}
      onPhone={editable && name === 'remark'}
      maxLength={4000}
    />
  )
  return (
    <>
      <h3 className="min-w-0 text-ui">
        <EditableText
          label={t('fields.title')}
          value={task.title}
          empty={t('fill')}
          editing={editable && field === 'title'}
          onEdit={editable ? open('title') : () => {}}
          onSave={(value) => api.act({ type: 'setTitle', taskId: task.id, value })}
          onClose={close}
          maxLength={300}
          lang={directive.language}
          strong
        />
      </h3>
      <span className="min-h-7 leading-7">{state}</span>
      <dl className={css.fields}>
        <dt>{t('fields.expectedResult')}</dt>
        <dd className={css.wide}>{text('expectedResult')}</dd>
        <dt>{t('fields.lead')}</dt>
        <dd className={css.wide}>
          <LeadField {...shared} />
        </dd>
        <dt>{t('fields.supporting')}</dt>
        <dd className={css.wide}>
          <SupportingField {...shared} />
        </dd>
        <dt>{t('fields.due')}</dt>
        <dd className={css.wide}>
          <DueField {...shared} />
        </dd>
        <dt>{t('fields.kind')}</dt>
        <dd>
          <KindField {...shared} />
        </dd>
        {breakdown ? null : (
          <>
            <dt>{t('fields.cascade')}</dt>
            <dd>
              <label className="inline-flex min-h-7 items-center gap-2 leading-5">
                <input
                  type="checkbox"
                  className="size-4 accent-brand"
                  checked={task.cascade}
                  disabled={!editable}
                  onChange={(event) =>
                    api.act({ type: 'setCascade', taskId: task.id, value: event.target.checked })
                  }
                />
                {t('card.localities', { count: localities })}
              </label>
            </dd>
            <dt>{t('fields.leader')}</dt>
            <dd>
              <PersonField {...shared} who="leader" />
            </dd>
            <dt>{t('fields.person')}</dt>
            <dd>
              <PersonField {...shared} who="person" />
            </dd>
          </>
        )}
        <dt>{t('fields.milestones')}</dt>
        <dd className={css.wide}>
          <MilestonesField key={task.id} {...shared} />
        </dd>
        <dt>{t('fields.indicators')}</dt>
        <dd className={css.wide}>
          <IndicatorsField key={task.id} {...shared} targets={targets} />
        </dd>
        <dt>{t('fields.remark')}</dt>
        <dd className={css.wide}>{text('remark')}</dd>
      </dl>
      {task.whole || breakdown ? null : <AlikeField task={task} />}
      {editable && field === 'discard' ? (
        <DiscardForm
          classes={!breakdown}
          onClose={close}
          onDiscard={(reason, to) => {
            api.openPanel(null)
            api.act({ type: 'discard', taskId: task.id, reason, class: to })
          }}
        />
      ) : editable ? (
        <CardActs task={task} />
      ) : null}
    </>
  )
}

function CardActs({ task }: { task: DraftTask }) {
  const t = useTranslations('workspace')
  const api = useWorkspaceApi()
  const { breakdown } = useWorkspaceFacts()
  const quiet = { size: 's', variant: 'quiet' } as const
  return (
    <div className="col-start-3 col-end-[-1] mt-2 flex flex-wrap items-center gap-x-1 gap-y-1 max-lg:hidden">
      {breakdown ? null : (
        <Button icon={<Check className="size-4" />} onClick={() => api.act(confirmTasks([task.id]))}>
          {t('acts.confirm')}
          <Kbd>{'A'}</Kbd>
        </Button>
      )}
      <Button {...quiet} onClick={() => api.openPanel({ field: 'title', on: 'current' })}>
        {t('acts.edit')}
        <Kbd>{'↵'}</Kbd>
      </Button>
      <Button {...quiet} onClick={api.startCut}>
        {t('acts.split')}
        <Kbd>{'S'}</Kbd>
      </Button>
      <Button {...quiet} onClick={api.merge}>
        {t('acts.merge')}
        <Kbd>{'M'}</Kbd>
      </Button>
      <Button {...quiet} onClick={() => api.openPanel({ field: 'discard', on: 'current' })}>
        {t('acts.discard')}
      </Button>
    </div>
  )
}
