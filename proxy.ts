import { NextResponse, type NextRequest } from 'next/server'
import { isSecure, sessionCookie } from '@/server/web/session-cookie'
import { PATH_HEADER } from '@/server/web/way-back'

const OPEN = /^\/(sign-in|set-password|api)(\/|$)/
/** Answers with a policy of their own: evidence is sandboxed, and framed by our own pages. */
const OWN_POLICY = /^\/api\/evidence\/[^/]+$/

// Inlined by the build: the development server evaluates code, and reloads over a socket.
// eslint-disable-next-line no-restricted-properties -- a constant of the build, not a setting
const DEVELOPMENT = process.env.NODE_ENV === 'development'

/** Sends visitors without a session's cookie to sign in, and sets security headers. It authorises nothing: the session is read by the page. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, searchParams } = request.nextUrl
  const query = new URLSearchParams(searchParams)
  query.delete('_rsc')
  const path = query.size > 0 ? `${pathname}?${query}` : pathname
  const known = request.cookies.has(sessionCookie().name)
  if (!known && !OPEN.test(pathname) && (request.method === 'GET' || request.method === 'HEAD')) {
    const target = request.nextUrl.clone()
    target.pathname = '/sign-in'
    target.search = pathname === '/' ? '' : `?next=${encodeURIComponent(path)}`
    return secured(NextResponse.redirect(target))
  }
  const nonce = btoa(crypto.randomUUID())
  const policy = contentPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set(PATH_HEADER, path)
  // Next reads the nonce from here and gives it to its own scripts.
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  if (!OWN_POLICY.test(pathname)) response.headers.set('Content-Security-Policy', policy)
  return secured(response)
}

function contentPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${DEVELOPMENT ? " 'unsafe-eval'" : ''}`,
    // Positions of popovers and widths of bars are style attributes, which take no nonce.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${DEVELOPMENT ? ' ws: wss:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Where the address of record is https, browsers stay with it. */
function secured(response: NextResponse): NextResponse {
  if (isSecure()) response.headers.set('Strict-Transport-Security', 'max-age=31536000')
  return response
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|icon|apple-icon|robots.txt).*)'],
}
