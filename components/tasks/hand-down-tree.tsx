import { useLocale, useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { CONTROL } from '@/components/ui/field'
import { cx } from '@/lib/cx'
import type { HandDownReceiver } from '@/server/tasks/hand-down-receivers'

type TreeProps = {
  units: readonly HandDownReceiver[]
  chosen: ReadonlySet<string>
  /** Chosen with all of its kind: taken away there, not here. */
  fixed: (unit: HandDownReceiver) => boolean
  onPick: (id: string, on: boolean) => void
}

/** Every unit in the order of the organisation, those of a level further down set in; a weight beside each that is chosen. */
export function HandDownTree({ units, chosen, fixed, onPick }: TreeProps) {
  const t = useTranslations('cascade.down')
  const english = useLocale() === 'en'
  const ids = new Set(units.map((unit) => unit.id))
  return (
    <>
      <p className="text-note text-muted">{t('weightHead')}</p>
      <ul className="max-h-96 overflow-y-auto border-t">
        {units.map((unit) => {
          const name = english ? unit.nameEn : unit.name
          return (
            <li
              key={unit.id}
              className={cx(
                'flex flex-wrap items-center gap-3 border-b py-1',
                unit.above && ids.has(unit.above.id) && 'ps-6',
              )}
            >
              <Checkbox
                className="flex-1"
                label={name}
                hint={unit.hasLiaison ? undefined : t('noLiaison')}
                checked={chosen.has(unit.id)}
                disabled={fixed(unit)}
                onChange={(event) => onPick(unit.id, event.target.checked)}
              />
              {chosen.has(unit.id) ? (
                <input
                  name={`weight.${unit.id}`}
                  aria-label={t('weight', { unit: name })}
                  inputMode="numeric"
                  defaultValue="1"
                  className={cx(CONTROL, 'w-16')}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}
