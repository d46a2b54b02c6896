export type Toast = {
  id: number
  message: string
  /** Runs the correcting command; false or words of its own say what became of it. */
  undo?: () => Promise<boolean | string | void>
  ms: number
}

let toasts: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

function publish(list: readonly Toast[]) {
  toasts = list
  listeners.forEach((listener) => listener())
}

/** Says that something is done and offers to take it back, for 8 s. Only for what can be taken back or leaves no other trace. */
export function showToast(message: string, options: { undo?: Toast['undo']; ms?: number } = {}): void {
  publish([...toasts.slice(-2), { id: next++, message, undo: options.undo, ms: options.ms ?? 8000 }])
}

export function dismissToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id))
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const readToasts = () => toasts
const none: readonly Toast[] = []
export const readNoToasts = () => none
