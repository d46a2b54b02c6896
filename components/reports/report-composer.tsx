'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import { writeForm } from '@/components/shared/form-values'
import { ValueFields } from '@/components/indicators/value-fields'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import type { ReportKind } from '@/domain/reports/lifecycle'
import { showToast } from '@/components/ui/toast-store'
import type { ComposerForm } from '@/server/reports/get-composer'
import type { EvidenceResult, ShownEvidence } from '@/server/reports/hang-evidence'
import { DiscardDraft, type DiscardAction } from './discard-draft'
import { fieldsOfDraft } from './draft-fields'
import { EvidenceField, useEvidenceAct, type EvidenceActions } from './evidence-field'
import type { MergeAction } from './merge-below'
import { ReportFields } from './report-fields'
import { SaveLine } from './save-line'
import { SentPanel } from './sent-panel'
import { ShareField } from './share-field'
import type { CurrentAction, SaveAction } from './draft-saver'
import { useDraftSaver } from './use-draft-saver'
import { useSendReport, type SendAction } from './use-send-report'
import { useUploads } from './use-uploads'

/** Few reports have others below them, or meet another draft. */
const MergeBelow = dynamic(() => import('./merge-below').then((found) => found.MergeBelow), {
  loading: () => null,
})
const DraftConflict = dynamic(() => import('./draft-conflict').then((found) => found.DraftConflict), {
  loading: () => null,
})

export type ComposerActions = EvidenceActions & {
  save: SaveAction
  current: CurrentAction
  send: SendAction
  discard: DiscardAction
  merge: MergeAction
}

type ReportComposerProps = {
  no: number
  data: ComposerForm
  today: string
  zone: string
  /** Made by the server for each rendering: the same form sent twice acts once. */
  idempotencyKey: string
  actions: ComposerActions
}

/** 填报进展: one scroll, saved while it is typed on this device and on the server, sent once. */
export function ReportComposer({ no, data, today, zone, idempotencyKey, actions }: ReportComposerProps) {
  const t = useTranslations('reports.compose')
  const ev = useTranslations('reports.evidence')
  const { open, start, answered, assignment } = data
  const draft = open?.status === 'draft' ? open : null
  const from = draft ?? start
  const form = useRef<HTMLFormElement>(null)
  const [kind, setKind] = useState<ReportKind>(from.kind)
  const [pieces, setPieces] = useState<readonly ShownEvidence[]>(draft?.evidence ?? answered?.evidence ?? [])
  const [same, setSame] = useState(data.sameAsLast)
  const [readAs, setReadAs] = useState<string | null>(null)
  const [reportId, setReportId] = useState(draft?.id ?? null)
  const [finished, setFinished] = useState(false)
  const keeper = useDraftKeeper({ form, record: `report:${assignment.id}`, done: finished })
  const saver = useDraftSaver({
    form,
    save: actions.save,
    current: actions.current,
    savedAt: draft?.updatedAt ?? null,
    onSaved: (saved) => {
      keeper.clear()
      setSame(saved.sameAsLast)
      setReadAs(saved.nextStepOn)
      setReportId(saved.reportId)
    },
  })
  const ready = async () => {
    const version = form.current?.elements.namedItem('version')
    if (version instanceof HTMLInputElement && version.value === '') await saver.flush()
  }
  const onAttached = ({ piece, repeated }: EvidenceResult) => {
    if (repeated) showToast(ev('repeated', { name: piece.name }), { ms: 5000 })
    setPieces((list) => (list.some((one) => one.id === piece.id) ? list : [...list, piece]))
  }
  const { files, megabytes } = data.limits
  const uploads = useUploads({ assignmentId: assignment.id, megabytes, ready, onAttached })
  const act = useEvidenceAct(ready)
  const uploading = uploads.uploads.filter((one) => one.state !== 'failed').length
  const sending = useSendReport({
    form,
    assignmentId: assignment.id,
    settle: saver.settle,
    holding: uploading > 0,
    action: async (state, payload) => {
      const answer = await actions.send(state, payload)
      if (answer.status === 'ok') setFinished(true)
      return answer
    },
  })
  const labels = { claimedProgress: t('claimed'), nextStepOn: t('nextStepOn') }
  const { problems, errorOf } = useProblems(sending.state, labels)
  const refusedAsSame = sending.state.status === 'error' && sending.state.failure.code === 'report.same_text'
  const label = t(data.straight ? 'submit' : 'send', { no })

  if (sending.state.status === 'ok') return <SentPanel sent={sending.state.result} zone={zone} />
  return (
    <form
      ref={form}
      action={sending.dispatch}
      onSubmit={(event) => {
        event.preventDefault()
        if (uploading > 0 && uploads.online) showToast(t('uploading', { count: uploading }))
        else void sending.send()
      }}
      noValidate
      className="grid gap-6"
    >
      <input type="hidden" name="assignmentId" value={assignment.id} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="sameSeen" value={same !== null || refusedAsSame ? '1' : ''} />
      {/* Kept with the draft on this device: what is restored brings the version that it was based on. */}
      <input hidden readOnly name="version" defaultValue={draft?.version ?? ''} />
      <div className="-mb-4 empty:hidden">
        <ErrorSummary problems={problems} />
      </div>
      {saver.state.at === 'conflict' ? (
        <DraftConflict
          by={saver.state.by}
          theirs={saver.state.theirs}
          onKeepMine={() => saver.state.at === 'conflict' && saver.resume(saver.state.theirs?.version ?? 0)}
          onTakeTheirs={() => {
            if (saver.state.at !== 'conflict' || !saver.state.theirs || !form.current) return
            writeForm(form.current, fieldsOfDraft(saver.state.theirs))
            saver.resume(saver.state.theirs.version)
          }}
        />
      ) : null}
      {data.below && data.below.reports.length > 0 ? (
        <MergeBelow
          assignmentId={assignment.id}
          below={data.below}
          form={form}
          merge={actions.merge}
          act={act}
          onPieces={(added) =>
            setPieces((list) => [...list, ...added.filter((one) => !list.some((had) => had.id === one.id))])
          }
        />
      ) : null}
      <ReportFields data={data} from={from} kind={kind} onKind={setKind} errorOf={errorOf} readAs={readAs} />
      <ValueFields values={data.indicators} errorOf={errorOf} />
      <EvidenceField
        assignmentId={assignment.id}
        pieces={pieces}
        onChange={setPieces}
        uploads={uploads}
        act={act}
        actions={actions}
        limits={{ files, megabytes }}
        unitId={data.unitId}
        hasKnown={data.knownEvidence > 0}
        required={kind === 'completion'}
        error={errorOf('evidence')}
        onAttached={onAttached}
      />
      <ShareField shares={data.shares} />
      <div className="grid gap-2 text-note">
        <DraftLine savedAt={null} restoredAt={keeper.restoredAt} discard={keeper.discard} />
        {reportId ? (
          <DiscardDraft
            reportId={reportId}
            form={form}
            action={actions.discard}
            onDone={() => setFinished(true)}
          />
        ) : null}
      </div>
      <div className="sticky bottom-0 z-4 -mx-4 grid gap-1 border-t bg-bg px-4 py-3 max-lg:bottom-[calc(56px+env(safe-area-inset-bottom))]">
        {same === null ? null : (
          <p role="status" className="text-risk">
            {t('sameAsLast', { share: same })}
          </p>
        )}
        {sending.queued ? (
          <p role="status" className="flex flex-wrap items-center gap-x-3 text-risk">
            {t('queued')}
            <Button variant="quiet" onClick={sending.cancel}>
              {t('cancelQueued')}
            </Button>
          </p>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Button
            type="submit"
            variant="primary"
            size="l"
            pending={sending.pending || sending.queued}
            className="max-md:w-full"
          >
            {sending.pending ? t('sending') : label}
          </Button>
          <Tag>{t(sending.queued ? 'stateQueued' : 'stateDraft')}</Tag>
          <SaveLine state={saver.state} today={today} />
          <p className="text-note text-muted">
            {uploading > 0
              ? t('uploading', { count: uploading })
              : t(data.straight ? 'submitNote' : 'sendNote')}
          </p>
        </div>
      </div>
    </form>
  )
}
