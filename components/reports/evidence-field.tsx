'use client'

import { Camera, Folder, Link2, Paperclip } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FieldError } from '@/components/shared/field-error'
import { useFailureText } from '@/components/shared/failure-text'
import { Button, buttonClass } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import type { ActionState } from '@/domain/action-state'
import { EVIDENCE_ACCEPT } from '@/domain/reports/evidence'
import type { EvidenceResult, ShownEvidence } from '@/server/reports/hang-evidence'
import { EvidenceRow, UploadRow } from './evidence-row'
import { KnownEvidenceList, type KnownAction } from './known-evidence'
import { ReferenceForm } from './reference-form'
import { useUploads } from './use-uploads'

type Act<R> = (state: ActionState<R>, payload: object) => Promise<ActionState<R>>
export type EvidenceActions = {
  detach: Act<{ evidenceId: string; version: number }>
  reference: Act<EvidenceResult>
  reuse: Act<EvidenceResult>
  known: KnownAction
}

type EvidenceFieldProps = {
  assignmentId: string
  pieces: readonly ShownEvidence[]
  onChange: (pieces: readonly ShownEvidence[]) => void
  uploads: ReturnType<typeof useUploads>
  /** Runs an act on the draft once that exists; says what went wrong. */
  act: <R>(run: () => Promise<ActionState<R>>, done: (result: R) => void) => void
  actions: EvidenceActions
  limits: { files: number; megabytes: number }
  /** The unit that reports: what others gave came with their reports and counts with them. */
  unitId: string
  hasKnown: boolean
  required: boolean
  error: string | null
  onAttached: (result: EvidenceResult) => void
}

/** 佐证: files with their own progress and errors, a photo from a phone, what the unit gave before, references. */
export function EvidenceField({
  assignmentId,
  pieces,
  onChange,
  uploads,
  act,
  actions,
  limits,
  unitId,
  hasKnown,
  required,
  error,
  onAttached,
}: EvidenceFieldProps) {
  const t = useTranslations('reports.evidence')
  const [panel, setPanel] = useState<'known' | 'reference' | null>(null)
  const own = pieces.filter((piece) => piece.unit.id === unitId)
  const full = own.length + uploads.uploads.length >= limits.files
  const choose = (event: React.ChangeEvent<HTMLInputElement>) => {
    uploads.add([...(event.target.files ?? [])])
    event.target.value = ''
  }
  const remove = (piece: ShownEvidence) =>
    act(
      () => actions.detach({ status: 'idle' }, { assignmentId, evidenceId: piece.id }),
      () => {
        onChange(pieces.filter((one) => one.id !== piece.id))
        showToast(t('removed', { name: piece.name }), { ms: 4000 })
      },
    )
  const toggle = (which: 'known' | 'reference') => setPanel(panel === which ? null : which)
  const pick = (
    icon: React.ReactNode,
    label: string,
    more: React.ComponentProps<'input'>,
    className?: string,
  ) => (
    <label
      className={buttonClass(
        'default',
        'm',
        `${className ?? ''} has-focus-visible:outline-3 has-focus-visible:outline-focus`,
      )}
    >
      {icon}
      {label}
      <input type="file" className="sr-only" onChange={choose} {...more} />
    </label>
  )

  return (
    <fieldset
      id="evidence"
      tabIndex={-1}
      data-aside
      aria-describedby={error ? 'evidence-error' : undefined}
      className={error ? 'border-s-4 border-danger ps-3' : undefined}
    >
      <legend className="font-semibold">
        {t('title')}{' '}
        <span className="ms-1 font-normal text-muted">
          {t('count', { count: own.length, max: limits.files })}
        </span>
      </legend>
      <p className="text-note text-muted">{t('hint', { megabytes: limits.megabytes })}</p>
      <FieldError field="evidence">{error}</FieldError>
      {pieces.length + uploads.uploads.length > 0 ? (
        <ul className="mt-1 border-t">
          {pieces.map((piece) => (
            <EvidenceRow
              key={piece.id}
              piece={piece}
              from={piece.unit.id === unitId ? null : piece.unit}
              onRemove={() => remove(piece)}
            />
          ))}
          {uploads.uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              online={uploads.online}
              onRemove={() => uploads.remove(upload.key)}
              onRetry={() => uploads.retry(upload.key)}
            />
          ))}
        </ul>
      ) : required ? (
        <p className="mt-1">{t('noneRequired')}</p>
      ) : null}
      {full ? (
        <p className="mt-2 text-muted">{t('max', { max: limits.files })}</p>
      ) : (
        <div className="mt-3 flex flex-wrap gap-2 max-md:grid max-md:grid-cols-2">
          {pick(<Paperclip aria-hidden />, t('choose'), { multiple: true, accept: EVIDENCE_ACCEPT })}
          {pick(
            <Camera aria-hidden />,
            t('photo'),
            { accept: 'image/*', capture: 'environment' },
            'md:hidden',
          )}
          {hasKnown ? (
            <Button
              icon={<Folder aria-hidden />}
              aria-expanded={panel === 'known'}
              onClick={() => toggle('known')}
            >
              {t('known')}
            </Button>
          ) : null}
          <Button
            icon={<Link2 aria-hidden />}
            aria-expanded={panel === 'reference'}
            onClick={() => toggle('reference')}
          >
            {t('reference')}
          </Button>
        </div>
      )}
      {panel && !full ? (
        <div className="mt-2">
          {panel === 'known' ? (
            <KnownEvidenceList
              assignmentId={assignmentId}
              find={actions.known}
              used={pieces.map((one) => one.id)}
              onUse={(evidenceId) =>
                act(() => actions.reuse({ status: 'idle' }, { assignmentId, evidenceId }), onAttached)
              }
            />
          ) : (
            <ReferenceForm
              onAdd={(reference, name) =>
                act(
                  () => actions.reference({ status: 'idle' }, { assignmentId, reference, name }),
                  (result) => {
                    setPanel(null)
                    onAttached(result)
                  },
                )
              }
            />
          )}
        </div>
      ) : null}
    </fieldset>
  )
}

/** Runs acts on evidence and says in a message what went wrong. */
export function useEvidenceAct(ready: () => Promise<unknown>): EvidenceFieldProps['act'] {
  const say = useFailureText()
  return async (run, done) => {
    await ready()
    const answer = await run().catch(() => null)
    if (answer?.status === 'ok') done(answer.result)
    else
      showToast(
        answer?.status === 'error'
          ? say(answer.failure.code, answer.failure.params, answer.failure.kind)
          : say('report.not_sent'),
      )
  }
}
