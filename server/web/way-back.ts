/** The header in which proxy.ts hands on the address asked for, to come back to after signing in. */
export const PATH_HEADER = 'x-luoshi-path'

const HERE = 'http://here.invalid'

/** The path to go back to, or null: only paths of this origin, never the root or the sign-in pages themselves. */
export function safeNext(value: string | null | undefined): string | null {
  // Browsers read a backslash as a slash, and drop tabs and line breaks.
  if (!value?.startsWith('/') || /[\\\u0000-\u001f]/.test(value) || !URL.canParse(value, HERE)) return null
  const url = new URL(value, HERE)
  if (url.origin !== HERE || url.pathname.startsWith('//')) return null
  if (url.pathname === '/' || /^\/(sign-in|set-password|api)(\/|$)/.test(url.pathname)) return null
  return url.pathname + url.search
}

/** The page that asks for the second step's code (`recovery`: for one of the recovery codes), with the way back. */
export function codeAddress(next: string | null, recovery = false): string {
  const query = new URLSearchParams({ ...(recovery ? { with: 'recovery' } : {}), ...(next ? { next } : {}) })
  return query.size > 0 ? `/sign-in/code?${query}` : '/sign-in/code'
}
