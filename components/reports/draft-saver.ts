import { tellSignedOut } from '@/components/shared/session-events'
import type { FailureData } from '@/components/shared/failure-text'
import { idle, type ActionState } from '@/domain/action-state'
import type { CurrentDraft } from '@/server/reports/read-current-draft'
import { fieldsOf, fieldsOfDraft } from './draft-fields'

const WAIT_MS = 1500
const RETRY_MS = 10_000

/** What a save hands back. */
export type Saved = {
  reportId: string
  version: number
  savedAt: string
  nextStepOn: string | null
  sameAsLast: number | null
}
export type SaveAction = (state: ActionState<Saved>, payload: FormData) => Promise<ActionState<Saved>>
export type CurrentAction = (
  state: ActionState<CurrentDraft | null>,
  payload: object,
) => Promise<ActionState<CurrentDraft | null>>

/** Where the draft is: never said to be saved before the server has it. */
export type SaveState =
  | { at: 'none' }
  | { at: 'saving' }
  | { at: 'saved'; time: string }
  | { at: 'offline' }
  | { at: 'failed'; failure: FailureData }
  | { at: 'conflict'; by: string | null; theirs: CurrentDraft | null }

type Options = {
  form: HTMLFormElement
  save: SaveAction
  current: CurrentAction
  onState: (state: SaveState) => void
  /** The server has all that was typed: the copy on the device may go. */
  onSaved: (saved: Saved) => void
}

/**
 * Saves a form on the server while it is typed in, one request at a time. The version that the text was based on travels in the form, so
 * that a draft restored on this device never silently overwrites what somebody else saved since.
 */
export class DraftSaver {
  private edits = 0
  private kept = 0
  private halted = false
  private running: Promise<boolean> | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly options: Options) {}

  /** Something was typed: saved a moment after typing stops. */
  edit(): void {
    this.edits += 1
    this.later(WAIT_MS)
  }

  /** Saves now, also where nothing was typed (an upload needs the draft); true once the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    if (this.halted) return false
    if (this.running) {
      await this.running
      return this.kept === this.edits || this.flush()
    }
    this.running = this.save().finally(() => {
      this.running = null
    })
    return this.running
  }

  /** Waits for a save under way and starts none: the form is about to be sent as a whole. */
  async settle(): Promise<void> {
    clearTimeout(this.timer)
    await this.running
  }

  /** After a conflict: whose text goes on stands in the form; saving goes on from this version. */
  resume(version: number): void {
    this.setVersion(version)
    this.halted = false
    void this.flush()
  }

  /** The network is back: what only the device has goes to the server. */
  catchUp(): void {
    if (this.kept !== this.edits) void this.flush()
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private later(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), ms)
  }

  private setVersion(version: number): void {
    const field = this.options.form.elements.namedItem('version')
    if (field instanceof HTMLInputElement) field.value = String(version)
  }

  private async save(): Promise<boolean> {
    const { form, save, onState, onSaved } = this.options
    const at = this.edits
    onState({ at: 'saving' })
    let answer: ActionState<Saved>
    try {
      answer = await save(idle, new FormData(form))
    } catch {
      onState({ at: 'offline' })
      this.later(RETRY_MS)
      return false
    }
    if (answer.status === 'ok') {
      this.setVersion(answer.result.version)
      this.kept = at
      onState({ at: 'saved', time: answer.result.savedAt })
      if (this.edits === at) onSaved(answer.result)
      return true
    }
    if (answer.status !== 'error') return false
    if (answer.failure.kind === 'conflict') return this.meet(answer.failure)
    if (answer.failure.code === 'common.signed_out') tellSignedOut()
    onState({ at: 'failed', failure: answer.failure })
    return false
  }

  /** Someone else saved first; or nobody did, and only the answer to an earlier save was lost on the way. */
  private async meet({ params }: FailureData): Promise<boolean> {
    const { form, current, onState } = this.options
    const assignmentId = String(new FormData(form).get('assignmentId'))
    const found = await current(idle, { assignmentId }).catch(() => null)
    const theirs = found?.status === 'ok' ? found.result : null
    if (theirs && JSON.stringify(fieldsOfDraft(theirs)) === JSON.stringify(fieldsOf(form))) {
      this.setVersion(theirs.version)
      return this.save()
    }
    this.halted = true
    onState({ at: 'conflict', by: typeof params?.by === 'string' ? params.by : null, theirs })
    return false
  }
}
