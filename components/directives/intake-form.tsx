'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState, useTransition } from 'react'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import type { FailureData } from '@/components/shared/failure-text'
import { Section } from '@/components/shared/section'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { Button } from '@/components/ui/button'
import { idle } from '@/domain/action-state'
import { findSecretMark } from '@/domain/directives/secret-marks'
import { IntakeDetails } from './intake-details'
import { IntakeSecretNotice } from './intake-secret-notice'
import { IntakeSource } from './intake-source'
import type { IntakeActions, IntakeFile, Recognised } from './intake-types'
import { useIntakeUpload } from './use-intake-upload'

/** Pasted texts from this length on are recognised at once; shorter ones are still being typed. */
const WORTH_READING = 40

/** Intake: a text or a file, what was recognised in it, and what must be asked before it is taken in. */
export function IntakeForm({ propose, takeIn }: IntakeActions) {
  const t = useTranslations('directives.intake')
  const form = useRef<HTMLFormElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  /** What was pasted before a file took its place: it comes back when the file goes. */
  const pasted = useRef('')
  const [file, setFile] = useState<IntakeFile | null>(null)
  const [kept, setKept] = useState('')
  const [secret, setSecret] = useState<string | null>(null)
  const [failure, setFailure] = useState<FailureData | null>(null)
  const [recognised, setRecognised] = useState<Recognised | null>(null)
  const [stale, setStale] = useState(false)
  const [taken, setTaken] = useState(false)
  const [proposing, startProposing] = useTransition()
  const draft = useDraftKeeper({ form, record: 'intake:text', done: taken || secret !== null })
  const { problems, errorOf } = useProblems(failure ? { status: 'error', failure, values: {} } : idle)
  const onTaken = useCallback(() => setTaken(true), [])

  function fail(found: FailureData) {
    setRecognised(null)
    setFailure(null)
    if (found.code === 'directive.secret_mark') setSecret(String(found.params?.level ?? ''))
    else setFailure({ ...found, fields: [{ path: 'text', code: found.code, params: found.params }] })
  }
  function recognise(value: string, from: IntakeFile | null) {
    setFailure(null)
    setSecret(null)
    startProposing(async () => {
      const state = await propose(idle, { text: value })
      if (state.status === 'error') return fail(state.failure)
      if (state.status !== 'ok') return
      setRecognised({ text: value, file: from, proposal: state.result })
      setStale(false)
    })
  }
  const current = () => text.current?.value ?? ''
  function show(value: string) {
    if (text.current) text.current.value = value
  }
  function forget({ all }: { all: boolean }) {
    if (all) pasted.current = ''
    show(pasted.current)
    setFile(null)
    setKept('')
    setRecognised(null)
    setSecret(null)
    setFailure(null)
    draft.clear()
    if (pasted.current.length >= WORTH_READING) recognise(pasted.current, null)
  }
  const upload = useIntakeUpload({
    onRead({ text: value, ...from }) {
      if (!file) pasted.current = current()
      show(value)
      setFile(from)
      setKept(JSON.stringify(from))
      // Which encoding is right is for a person to say first.
      if (from.doubtful) setRecognised(null)
      else recognise(value, from)
    },
    onFailure: fail,
  })
  const reading = upload.reading || proposing

  // A draft that came back is recognised again: proposals are never kept, only what was typed.
  const { restoredAt } = draft
  const resume = useRef(recognise)
  useEffect(() => {
    resume.current = recognise
  })
  useEffect(() => {
    const value = text.current?.value ?? ''
    if (!restoredAt || value.trim() === '') return
    const from = parseFile(form.current?.querySelector<HTMLInputElement>('[name=file]')?.value ?? '')
    setFile(from)
    resume.current(value, from)
  }, [restoredAt])

  return (
    <div className="grid gap-4">
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          recognise(current(), file)
        }}
        className="grid gap-3"
      >
        <ErrorSummary problems={problems} />
        {secret !== null ? <IntakeSecretNotice level={secret} onClear={() => forget({ all: true })} /> : null}
        <Section id="source" title={t('source')}>
          <IntakeSource
            text={text}
            file={file}
            reading={reading}
            error={errorOf('text')}
            onText={() => {
              const mark = findSecretMark(current())
              setSecret(mark?.level ?? null)
              if (mark) setRecognised(null)
              else setStale(recognised !== null && recognised.text !== current())
            }}
            onPaste={() => current().length >= WORTH_READING && recognise(current(), null)}
            onFile={(chosen) => void upload.send(chosen)}
            onEncoding={(encoding) => {
              const known = file?.choices.find((choice) => choice.encoding === encoding)
              if (file && known) setFile({ ...file, encoding: known.encoding })
              if (!upload.again(encoding)) fail({ kind: 'refused', code: 'file.choose_again' })
            }}
            onForgetFile={() => forget({ all: false })}
          />
          <input
            type="text"
            name="file"
            value={kept}
            onChange={(event) => setKept(event.target.value)}
            hidden
          />
        </Section>
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant={recognised && !stale ? 'default' : 'primary'} pending={reading}>
            {reading ? t('recognising') : t(recognised ? 'recogniseAgain' : 'recognise')}
          </Button>
          <DraftLine {...draft} discard={() => (draft.discard(), forget({ all: true }))} />
          {stale ? <p className="font-semibold text-risk">{t('stale')}</p> : null}
        </div>
      </form>
      {recognised && !stale ? (
        <IntakeDetails
          key={keyOf(recognised.text)}
          textKey={keyOf(recognised.text)}
          recognised={recognised}
          takeIn={takeIn}
          onTaken={onTaken}
        />
      ) : null}
    </div>
  )
}

/** A short key of a text, the same after a reload; no secret and no proof, only a name. */
function keyOf(text: string): string {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return `${text.length}.${hash >>> 0}`
}

function parseFile(kept: string): IntakeFile | null {
  try {
    return kept ? (JSON.parse(kept) as IntakeFile) : null
  } catch {
    return null
  }
}
