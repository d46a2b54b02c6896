import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { ErrorSummary, type FieldProblem } from '@/components/shared/error-summary'
import { Section } from '@/components/shared/section'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { rangeOf, type EditableSetting } from '@/domain/settings'
import { SETTING_GROUPS, SETTING_UNITS } from './settings-fields'

type Props = {
  /** What stands in the fields: the settings in force, or what was typed. */
  values: Readonly<Record<EditableSetting, string>>
  problems: readonly FieldProblem[]
}

/** The settings as a form whose answers stand in the address: it saves nothing, it leads to what they would do. */
export function SettingsForm({ values, problems }: Props) {
  const t = useTranslations('settings')
  const errorOf = (key: string) => problems.find(({ field }) => field === key)?.message ?? null
  return (
    <Form action="/settings" noValidate className="max-w-[880px]">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="step" value="check" />
      {Object.entries(SETTING_GROUPS).map(([group, keys]) => (
        <Section key={group} id={group} title={t(`groups.${group}`)}>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            {keys.map((key) => {
              const range = t('range', rangeOf(key))
              const hint = t.has(`hints.${key}`) ? `${t(`hints.${key}`)}${t('separator')}${range}` : range
              return (
                <TextField
                  key={`${key}-${values[key]}`}
                  name={key}
                  label={t(`fields.${key}`)}
                  hint={hint}
                  error={errorOf(key)}
                  suffix={t(`units.${SETTING_UNITS[key]}`)}
                  defaultValue={values[key]}
                  inputMode="numeric"
                  inputClassName="max-w-24"
                  maxLength={5}
                  autoComplete="off"
                />
              )
            })}
          </div>
        </Section>
      ))}
      <div className="py-4">
        <Button type="submit" variant="primary">
          {t('check')}
        </Button>
      </div>
    </Form>
  )
}
