import { openText, sealText } from '@/lib/sealed-text'

/** Whose drafts: the person, and the key that the server gives this person after sign-in. */
export type DraftOwner = { person: string; secret: string }
export type DraftValues = Record<string, string | string[]>
export type Draft = { at: string; values: DraftValues }

const PREFIX = 'luoshi-draft:'

/**
 * Drafts on a computer that others use too: sealed with the person's own key. Without a secure context (plain
 * http on an intranet) nothing can be sealed, so they stay in the tab's own storage, which ends with the tab.
 */
function place(): { store: Storage; sealed: boolean } {
  return window.isSecureContext
    ? { store: localStorage, sealed: true }
    : { store: sessionStorage, sealed: false }
}

const nameOf = (owner: DraftOwner, record: string) => `${PREFIX}${owner.person}:${record}`

/** Keeps a draft, unless by the time it is sealed it is no longer `wanted`, since the server has it all. */
export async function writeDraft(
  owner: DraftOwner,
  record: string,
  draft: Draft,
  wanted: () => boolean,
): Promise<boolean> {
  const { store, sealed } = place()
  const text = JSON.stringify(draft)
  try {
    const kept = sealed ? await sealText(text, owner.secret) : text
    if (!wanted()) return false
    store.setItem(nameOf(owner, record), kept)
    return true
  } catch {
    // Storage full or forbidden: the server's own draft is the other copy.
    return false
  }
}

export async function readDraft(owner: DraftOwner, record: string): Promise<Draft | null> {
  const { store, sealed } = place()
  const kept = store.getItem(nameOf(owner, record))
  if (kept === null) return null
  const text = sealed ? await openText(kept, owner.secret) : kept
  if (text === null) return null
  try {
    return JSON.parse(text) as Draft
  } catch {
    return null
  }
}

export function dropDraft(owner: DraftOwner, record: string): void {
  place().store.removeItem(nameOf(owner, record))
}

/** At sign-out: every draft of this browser, whoever wrote it. */
export function dropAllDrafts(): void {
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key)
  }
}
