/** The named fields of the composer that make up a report: what is compared and taken over after a conflict. */
export const DRAFT_FIELDS = [
  'kind',
  'claimedProgress',
  'done',
  'nextStep',
  'nextStepOn',
  'difficulty',
  'helpNeeded',
] as const
/** One of `DRAFT_FIELDS`. */
export type DraftField = (typeof DRAFT_FIELDS)[number]

/** The text of each field in a form. */
export function fieldsOf(form: HTMLFormElement): Record<DraftField, string> {
  const data = new FormData(form)
  const read = (name: DraftField) => String(data.get(name) ?? '').trim()
  return Object.fromEntries(DRAFT_FIELDS.map((name) => [name, read(name)])) as Record<DraftField, string>
}

/** A draft of the server in the form's terms. */
export function fieldsOfDraft(draft: Record<DraftField, string | number | null>): Record<DraftField, string> {
  const say = (name: DraftField) => String(draft[name] ?? '').trim()
  return Object.fromEntries(DRAFT_FIELDS.map((name) => [name, say(name)])) as Record<DraftField, string>
}
