'use client'

import { Plus, SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { Checkbox } from '@/components/ui/checkbox'
import { Menu } from '@/components/ui/menu'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { ActionState } from '@/domain/action-state'
import { newId } from '@/lib/new-id'
import type { KeptView } from '@/server/tasks/list-views'

type Action = (
  state: ActionState<{ href: string }>,
  payload: FormData,
) => Promise<ActionState<{ href: string }>>
type KeepViewProps = {
  /** The screen as it is, as text. */
  query: string
  /** The kept view that it was opened from. */
  view: KeptView | null
  mayShare: boolean
  actions: { save: Action; change: Action; remove: Action }
}

/** 存为视图, or the settings of the view that is open: its name, whether the office has it, what it keeps. */
export function KeepView({ query, view, mayShare, actions }: KeepViewProps) {
  const t = useTranslations('ledger.views')
  return (
    <span className="flex shrink-0 flex-wrap items-center pb-1">
      {view ? (
        <Menu
          label={t('manageOf', { name: view.name })}
          trigger={
            <>
              <SlidersHorizontal className="size-4" />
              {t('manage')}
            </>
          }
        >
          <ManageView
            key={`${view.id}${view.version}`}
            query={query}
            view={view}
            mayShare={mayShare}
            actions={actions}
          />
        </Menu>
      ) : null}
      <Menu
        press="ledger-view"
        trigger={
          <>
            <Plus className="size-4" />
            {t('save')}
          </>
        }
      >
        <ActForm action={actions.save} submit={t('keep')} pending={t('pending')} primary named>
          <input type="hidden" name="query" value={query} />
          {mayShare ? <Checkbox name="shared" value="true" label={t('share')} hint={t('shareHint')} /> : null}
        </ActForm>
      </Menu>
    </span>
  )
}

function ManageView({ query, view, mayShare, actions }: KeepViewProps & { view: KeptView }) {
  const t = useTranslations('ledger.views')
  const of = (
    <>
      <input type="hidden" name="viewId" value={view.id} />
      <input type="hidden" name="version" value={view.version} />
    </>
  )
  return (
    <div className="divide-y">
      {view.own ? (
        <ActForm
          action={actions.change}
          submit={t('rename')}
          pending={t('renamePending')}
          named
          name={view.name}
        >
          {of}
        </ActForm>
      ) : null}
      {view.own && query !== view.query ? (
        <ActForm action={actions.change} submit={t('update')} pending={t('working')}>
          {of}
          <input type="hidden" name="query" value={query} />
        </ActForm>
      ) : null}
      {view.own && (mayShare || view.shared) ? (
        <ActForm
          action={actions.change}
          submit={t(view.shared ? 'unshare' : 'shareNow')}
          pending={t('working')}
        >
          {of}
          <input type="hidden" name="shared" value={String(!view.shared)} />
        </ActForm>
      ) : null}
      {view.own ? null : (
        <p className="px-4 py-2 text-note text-muted">{t('by', { name: view.owner.name })}</p>
      )}
      {view.mayRemove ? (
        <ActForm action={actions.remove} submit={t('remove')} pending={t('working')}>
          {of}
        </ActForm>
      ) : null}
    </div>
  )
}

type ActFormProps = {
  action: Action
  submit: string
  pending: string
  primary?: boolean
  /** It asks for a name; `name` is the present one. */
  named?: boolean
  name?: string
  children: ReactNode
}

function ActForm({ action, submit, pending, primary, named, name, children }: ActFormProps) {
  const t = useTranslations('ledger.views')
  const [state, send] = useFormAction(action)
  const { problems, errorOf, kept } = useProblems(state)
  const [idempotencyKey] = useState(newId)
  return (
    <form action={send} noValidate className="grid gap-2 px-4 py-2 font-normal">
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {named ? null : <ErrorSummary problems={problems} />}
      {named ? (
        <TextField
          name="name"
          id={name === undefined ? 'view-name' : 'view-rename'}
          label={t('name')}
          hint={name === undefined ? t('nameHint') : undefined}
          maxLength={40}
          defaultValue={kept('name') ?? name ?? ''}
          error={errorOf('name') ?? problems[0]?.message}
        />
      ) : null}
      {children}
      <SubmitButton variant={primary ? 'primary' : 'default'} pendingLabel={pending}>
        {submit}
      </SubmitButton>
    </form>
  )
}
