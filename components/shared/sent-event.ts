const KEPT = 20

/** Which form sent a request, by its key: where the page was brought up to date meanwhile, the form has another key by now. */
const senders = new Map<string, HTMLFormElement>()

const keyIn = (form: FormData) => {
  const key = form.get('idempotencyKey')
  return typeof key === 'string' ? key : ''
}

if (typeof document !== 'undefined')
  document.addEventListener(
    'submit',
    ({ target }) => {
      if (!(target instanceof HTMLFormElement)) return
      senders.set(keyIn(new FormData(target)), target)
      const [oldest] = senders.keys()
      if (senders.size > KEPT && oldest !== undefined) senders.delete(oldest)
    },
    { capture: true },
  )

/** The form that sent this payload; null for what was sent by script alone. */
export function senderOf(payload: unknown): HTMLFormElement | null {
  const key = payload instanceof FormData ? keyIn(payload) : ''
  return key === '' ? null : (senders.get(key) ?? null)
}

/** Who keeps what is typed in a form: told when it is of no more use, even where the page has taken the form away before its answer. */
const keepers = new WeakMap<HTMLFormElement, () => void>()

/** Says that what a form sent was carried out: its draft is of no more use. */
export function tellSent(payload: unknown): void {
  const form = senderOf(payload)
  if (form) keepers.get(form)?.()
}

/** Hears that what this form sent was carried out. */
export function onSent(form: HTMLFormElement, heard: () => void): void {
  keepers.set(form, heard)
}
