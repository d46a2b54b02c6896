import type { FieldProblem } from '@/components/shared/error-summary'
import { fieldsOfZod } from '@/domain/errors'
import {
  EDITABLE_SETTINGS,
  typedSettingsSchema,
  type EditableSetting,
  type Settings,
} from '@/domain/settings'

type Query = Record<string, string | string[] | undefined>
type Say = (key: string) => string

/** What the address says was typed, over the settings in force; read where it can be, else what needs mending. */
export function readTyped(query: Query, settings: Settings, say: Say) {
  const values = Object.fromEntries(
    EDITABLE_SETTINGS.map((key) => {
      const typed = query[key]
      return [key, typeof typed === 'string' ? typed.trim().slice(0, 20) : String(settings[key])]
    }),
  ) as Record<EditableSetting, string>
  const parsed = typedSettingsSchema.safeParse(values)
  const problems: FieldProblem[] = parsed.success
    ? []
    : fieldsOfZod(parsed.error).map(({ path, code }) => ({
        field: path,
        message: say(code.split('.').at(-1) ?? code),
      }))
  return { values, typed: parsed.success ? parsed.data : null, problems }
}
