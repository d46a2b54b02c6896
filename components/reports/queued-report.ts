const nameOf = (person: string, assignmentId: string) => `luoshi-draft:${person}:queued:${assignmentId}`

/** True where this person pressed send on this device and it did not go out yet. */
export function isQueued(person: string, assignmentId: string): boolean {
  try {
    return localStorage.getItem(nameOf(person, assignmentId)) !== null
  } catch {
    return false
  }
}

/** Notes that the report waits to be sent, or no more. It ends with the drafts at sign-out; it says nothing of what is written. */
export function setQueued(person: string, assignmentId: string, waits: boolean): void {
  try {
    if (waits) localStorage.setItem(nameOf(person, assignmentId), new Date().toISOString())
    else localStorage.removeItem(nameOf(person, assignmentId))
  } catch {
    // Private windows may refuse: it waits as long as the page is open.
  }
}
