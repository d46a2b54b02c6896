/** The form with which more time is asked for on an assignment. */
export function extensionHref(no: number, assignmentId: string): string {
  return `/tasks/T${no}/extension?assignment=${assignmentId}`
}

/** Where the requests of a task stand, and are decided. */
export function extensionsHref(no: number): string {
  return `/tasks/T${no}#extensions`
}
