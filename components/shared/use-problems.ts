'use client'

import { useTimeZone } from 'next-intl'
import { useEffect, useMemo } from 'react'
import { localParts } from '@/lib/format-date'
import type { FieldProblem } from './error-summary'
import { tellSignedOut } from './session-events'
import { useFailureText, type FailureData } from './failure-text'

type StateLike =
  | { status: 'idle' }
  | { status: 'ok' }
  | { status: 'error'; failure: FailureData; values: Record<string, unknown> }

/**
 * The problems in the answer of an action, in words: `problems` for ErrorSummary, `errorOf(name)` for a field,
 * `kept(name)` for what was typed. `labels` gives a field's name for messages that need one.
 */
export function useProblems(state: StateLike, labels?: Record<string, string>) {
  const say = useFailureText()
  const zone = useTimeZone() ?? 'Asia/Shanghai'
  const failure = state.status === 'error' ? state.failure : null
  useEffect(() => {
    if (failure?.code === 'common.signed_out') tellSignedOut()
  }, [failure])
  // One array an answer, since ErrorSummary takes focus whenever it gets another.
  const problems = useMemo<readonly FieldProblem[]>(
    () => (failure ? problemsOf(failure, say, zone, labels) : []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- words and labels change with the language only, which reloads the page
    [failure],
  )
  return {
    problems,
    conflict: failure?.kind === 'conflict' ? failure : null,
    errorOf: (field: string) => problems.find((problem) => problem.field === field)?.message ?? null,
    kept: (field: string): string | undefined => {
      const value = state.status === 'error' ? state.values[field] : undefined
      return typeof value === 'string' ? value : undefined
    },
  }
}

/** The clock time of an instant in ISO form; nothing where none is known. */
function whenOf(at: unknown, zone: string): string {
  return typeof at === 'string' ? localParts(new Date(at), zone).time : ''
}

function problemsOf(
  failure: FailureData,
  say: ReturnType<typeof useFailureText>,
  zone: string,
  labels?: Record<string, string>,
): FieldProblem[] {
  // Who was first is part of the news.
  if (failure.code === 'common.stale' && failure.params?.by !== undefined)
    return [
      {
        message: say(
          'common.stale_by',
          { ...failure.params, when: whenOf(failure.params.at, zone) },
          failure.kind,
        ),
      },
    ]
  if (!failure.fields?.length) return [{ message: say(failure.code, failure.params, failure.kind) }]
  return failure.fields.map(({ path, code, params }) => {
    const label = labels?.[path]
    return { field: path || undefined, message: say(code, label ? { ...params, label } : params) }
  })
}
