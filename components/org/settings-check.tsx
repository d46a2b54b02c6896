import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import type { ActionState } from '@/domain/action-state'
import { LIGHT_SETTINGS, type EditableSetting, type Settings } from '@/domain/settings'
import type { LightTurn } from '@/server/org/settings-effect'
import { reasonField } from './admin-grant-fields'
import { AdminForm } from './admin-form'
import { SETTING_UNITS } from './settings-fields'

type Result = { changed: number }
type Props = {
  action: (state: ActionState<Result>, payload: FormData) => Promise<ActionState<Result>>
  keys: readonly EditableSetting[]
  before: Settings
  after: Readonly<Record<EditableSetting, number>>
  turns: readonly LightTurn[]
  version: number
  backHref: string
  idempotencyKey: string
}

/** The step before saving: what changes from what to what, which lights would turn today, and why. */
export function SettingsCheck({ action, keys, before, after, turns, version, ...rest }: Props) {
  const t = useTranslations('settings')
  const admin = useTranslations('admin')
  const light = useTranslations('common.lights')
  const withUnit = (key: EditableSetting, value: number) => `${value} ${t(`units.${SETTING_UNITS[key]}`)}`
  const columns: Column<EditableSetting>[] = [
    { key: 'setting', label: t('setting'), rowHeader: true, cell: (key) => t(`fields.${key}`) },
    { key: 'before', label: t('before'), cell: (key) => withUnit(key, before[key]) },
    { key: 'after', label: t('after'), cell: (key) => <b>{withUnit(key, after[key])}</b> },
  ]
  const turnsLights = keys.some((key) => LIGHT_SETTINGS.includes(key))
  return (
    <div className="grid max-w-[680px] gap-4 border-t-4 border-double border-brand pt-4">
      <h2 className="text-section">{t('checkTitle', { count: keys.length })}</h2>
      <DataTable caption={t('changesCaption')} columns={columns} rows={keys} rowKey={(key) => key} />
      <div>
        <h3 className="text-ui font-semibold">{t('effectTitle')}</h3>
        {turns.length === 0 ? <p>{t(turnsLights ? 'effectNone' : 'effectOther')}</p> : null}
        <ul>
          {turns.map(({ from, to, count }) => (
            <li key={`${from}-${to}`}>{t('effectTurn', { count, from: light(from), to: light(to) })}</li>
          ))}
        </ul>
      </div>
      <p className="text-muted">{t('checkText')}</p>
      <AdminForm
        action={action}
        fields={[reasonField(admin)]}
        hidden={{ ...after, version }}
        idempotencyKey={rest.idempotencyKey}
        submit={t('save', { count: keys.length })}
        cancelHref={rest.backHref}
        zone={before.zone}
      />
    </div>
  )
}
