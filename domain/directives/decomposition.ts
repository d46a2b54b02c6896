/** Language of a directive's text, read from its characters. */
export type DirectiveLanguage = 'zh-Hans' | 'zh-Hant' | 'en'

/** What a stretch of text is: something to do, an aim, a reason, or a form. */
export type ProvisionClass = 'task' | 'goal' | 'background' | 'formality'

/** A value proposed from the text, with where it was read (UTF-16, end exclusive); null offsets: derived, not read. */
export type Located<T> = { value: T; start: number | null; end: number | null }

/** What kind of paper the directive is. */
export type DirectiveKind = 'meeting' | 'document' | 'instruction'

/** How pressing the head of the paper says it is (紧急程度). */
export type DirectiveUrgency = 'none' | 'urgent' | 'extra_urgent'

/** Who may read it; state secrets never get this far (see secret-marks.ts). */
export type DirectiveMarking = 'public' | 'internal' | 'work_secret'

/** Proposed particulars of a directive; null where the text does not say. */
export type Metadata = {
  title: Located<string> | null
  issuer: Located<string> | null
  docNumber: Located<string> | null
  /** LocalDate YYYY-MM-DD. */
  issuedOn: Located<string> | null
  kind: Located<DirectiveKind> | null
  chair: Located<string> | null
  urgency: Located<DirectiveUrgency> | null
  marking: Located<DirectiveMarking | null> | null
}

/** How much of each kind of noise was set aside, and in how many characters. */
export type CleaningSummary = {
  counts: Partial<Record<CleaningKind, number>>
  total: number
}

/** Kinds of noise the cleaning sets aside (the stored text never changes). */
export type CleaningKind =
  | 'pinyin'
  | 'punctuation'
  | 'width'
  | 'entity'
  | 'tag'
  | 'wrap'
  | 'escape'
  | 'footnote'
  | 'page'
  | 'script'
  | 'control'

/** A stretch of the text as received; provisions partition its non-blank characters. */
export type ProvisionDraft = {
  start: number
  end: number
  path: string[]
  class: ProvisionClass
  /** Name of the rule that classed it (see reasons.ts). */
  reason: string
}

/** Part a unit plays where the text names it. */
export type UnitPart = 'lead' | 'supporting'

/** A unit's name as the text has it, with where it stands. */
export type UnitSpan = { name: string; start: number; end: number; part: UnitPart }

/** How often a recurring duty comes round. */
export type DeadlineCycle = 'weekly' | 'fortnightly' | 'monthly' | 'quarterly' | 'annual'

/** The date a text sets, in its words and, where it can be worked out, as a LocalDate. Nothing is invented. */
export type DeadlineDraft = {
  kind: 'date' | 'relative' | 'recurring' | 'none'
  raw: string | null
  /** LocalDate YYYY-MM-DD. */
  resolved: string | null
  start: number | null
  end: number | null
  cycle?: DeadlineCycle | null
  /** True where the resolved date is not a working day. */
  dayOff?: boolean
}

/** How binding the words are; general = an umbrella sentence that others spell out. */
export type Modality = 'mandatory' | 'recommended' | 'general'

/** Something one unit could be given alone, as the text sets it. */
export type TaskDraft = {
  start: number
  end: number
  path: string[]
  title: string
  /** Indices into Decomposition.provisions. */
  provisions: number[]
  /** Heading shown over a group of cards, e.g. 一要…. */
  group: string | null
  /** Names as read (cleaned of noise, script unchanged). */
  leadUnits: string[]
  supportingUnits: string[]
  unitSpans: UnitSpan[]
  /** True where every locality below is meant (各地, 指导各地). */
  cascade: boolean
  deadline: DeadlineDraft
  quantities: string[]
  modality: Modality
  reasons: string[]
}

/** Something an officer should look at before trusting the proposal. */
export type Warning = { code: string; start: number | null; end: number | null; detail?: string }

/** A directive's text taken apart: offsets are UTF-16 indices into the text as received, end exclusive. */
export type Decomposition = {
  language: DirectiveLanguage
  metadata: Metadata
  cleaning: CleaningSummary
  provisions: ProvisionDraft[]
  tasks: TaskDraft[]
  warnings: Warning[]
}

/** The calendar the caller knows: issue date if entered by hand, and which days are worked. */
export type DecomposeOptions = {
  /** LocalDate YYYY-MM-DD; wins over the date read in the text. */
  issuedOn?: string
  isWorkingDay?: (day: string) => boolean
}
