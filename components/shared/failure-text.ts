import { useTranslations } from 'next-intl'

/** The plain data of a refusal, as every command hands it back. */
type Params = Record<string, string | number>
export type FailureData = {
  kind: string
  code: string
  params?: Params
  fields?: readonly { path: string; code: string; params?: Params }[]
}

/**
 * Words for failure codes. The code `task.cannot_accept` is worded in the message file of its noun, as
 * `errors.cannot_accept` in `task.json` or `tasks.json`; zod's own codes (`field.…`, `invalid.…`) in `common.json`.
 * `label` in the params is the field's name where one is known. Without wording: what its kind means in general.
 */
export function useFailureText() {
  const t = useTranslations()
  return (code: string, params?: Params, kind?: string): string => {
    const found = placesOf(code).find((key) => t.has(key))
    if (found) return t(found, params)
    const label = params?.label
    if (kind === undefined)
      return label ? t('common.errors.field.named', { label }) : t('common.errors.field.any')
    return t(t.has(`common.kinds.${kind}`) ? `common.kinds.${kind}` : 'common.kinds.refused', params)
  }
}

/** The message keys under which the wording of a code may stand, the first that exists counts. */
export function placesOf(code: string): string[] {
  const [noun = 'common', ...rest] = code.split('.')
  const name = rest.join('.')
  if (noun === 'field' || noun === 'invalid' || noun === 'form')
    return [`common.errors.${noun === 'form' ? 'form' : 'field'}.${name}`]
  return [`${noun}.errors.${name}`, `${noun}s.errors.${name}`, `common.errors.${code}`]
}
