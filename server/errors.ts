import { conflict, forbidden, notFound, refused } from '@/domain/errors'

/** Throws not_found: also for what the actor may not know exists (404, never 403). */
export function failNotFound(code = 'common.not_found'): never {
  throw notFound(code)
}

/** Throws forbidden: the role or the unit may not do this. */
export function failForbidden(code = 'common.forbidden'): never {
  throw forbidden(code)
}

/** Throws refused: a rule stands against it; the code names the rule and what would make it possible. */
export function failRefused(code: string, params?: Record<string, string | number>): never {
  throw refused(code, params)
}

/** Throws conflict: the record changed since the caller saw it; params say who changed it and when (ISO instant). */
export function failConflict(params?: Record<string, string | number>): never {
  throw conflict('common.stale', params)
}
