import type { DraftValues } from './draft-store'
import { senderOf } from './sent-event'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const NEVER = new Set(['password', 'file', 'hidden', 'submit', 'button', 'reset', 'image'])

function controlsOf(form: HTMLFormElement): Control[] {
  return Array.from(form.elements).filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      !NEVER.has(element.type),
  )
}

const ticks = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')

/** What a person typed and chose, by field name; never passwords, files or hidden fields. */
export function readForm(form: HTMLFormElement): DraftValues {
  const values: Record<string, string[]> = {}
  for (const control of controlsOf(form)) {
    const list = (values[control.name] ??= [])
    if (!ticks(control) || control.checked) list.push(control.value)
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, list]) => [name, list.length === 1 ? (list[0] ?? '') : list]),
  )
}

/** Puts values back as if typed, so that React's state follows. Returns whether anything differed. */
export function writeForm(form: HTMLFormElement, values: DraftValues): boolean {
  let changed = false
  const used = new Map<string, number>()
  for (const control of controlsOf(form)) {
    const kept = values[control.name]
    if (kept === undefined) continue
    const list = Array.isArray(kept) ? kept : [kept]
    if (ticks(control)) {
      const wanted = list.includes(control.value)
      if (control.checked !== wanted) {
        changed = true
        control.click()
      }
      continue
    }
    const position = used.get(control.name) ?? 0
    used.set(control.name, position + 1)
    const wanted = list[position]
    if (wanted === undefined || control.value === wanted) continue
    changed = true
    setAsTyped(control, wanted)
  }
  return changed
}

/** React listens to the prototype's setter; setting the property on the element alone would go unnoticed. */
function setAsTyped(control: Control, value: string) {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, value)
  control.dispatchEvent(
    new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
  )
}

/**
 * React sets a form back, when its action has answered, to what stood in it at first. An answer that refuses must lose nothing: what
 * stands in the form that sent this payload, choices too, is put back after that.
 */
export function keepTyped(payload: unknown): void {
  const form = senderOf(payload)
  if (!form) return
  const typed = controlsOf(form).map((control) => ({
    control,
    value: control.value,
    on: ticks(control) && control.checked,
  }))
  const putBack = () => {
    for (const { control, value, on } of typed)
      if (ticks(control)) control.checked = on
      else if (control.value !== value) control.value = value
  }
  form.addEventListener('reset', () => queueMicrotask(putBack), { once: true })
}
