const SENT = 'luoshi:sent'
const keyIn = (form: FormData) => form.get('idempotencyKey')

/** Says that what this form sent was carried out and leads to another page: no answer comes back to it, and its draft is of no more use. */
export function tellSent(payload: unknown): void {
  if (payload instanceof FormData) window.dispatchEvent(new CustomEvent(SENT, { detail: keyIn(payload) }))
}

/** Hears that this form, known by its key, was carried out; returns how to stop listening. */
export function onSent(form: HTMLFormElement, heard: () => void): () => void {
  const listen = (event: Event) => {
    const key = keyIn(new FormData(form))
    if (key !== null && event instanceof CustomEvent && event.detail === key) heard()
  }
  window.addEventListener(SENT, listen)
  return () => window.removeEventListener(SENT, listen)
}
