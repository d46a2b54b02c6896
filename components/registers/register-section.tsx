import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import { ButtonLink } from '@/components/ui/button'
import type { TaskRegister } from '@/server/registers/get-register'

/** Are there registers, or may one be added? */
export function showsRegisters(registers: readonly TaskRegister[], mayPlan: boolean) {
  return registers.length > 0 || mayPlan
}

/** 专项台账 of a task: each with its counts; the number opens the rows that it counts. */
export function RegisterSection({
  no,
  registers,
  mayPlan,
}: {
  no: number
  registers: readonly TaskRegister[]
  mayPlan: boolean
}) {
  const t = useTranslations('registers')
  if (!showsRegisters(registers, mayPlan)) return null
  const home = (register: TaskRegister) => `/tasks/T${no}/registers/${register.no}`
  return (
    <Section
      id="registers"
      title={t('title')}
      note={registers.length > 0 ? String(registers.length) : undefined}
      end={
        mayPlan ? (
          <ButtonLink href={`/tasks/T${no}/registers/new`} size="s">
            {t('add')}
          </ButtonLink>
        ) : null
      }
    >
      {registers.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ul className="grid gap-2">
        {registers.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-4">
            <Link href={home(one)} className="inline-flex min-h-6 items-center max-md:min-h-11">
              {one.title}
            </Link>
            <span>
              {one.tracked
                ? t('counts', {
                    rows: one.counts.rows,
                    open: one.counts.open,
                    right: one.counts.put_right,
                  })
                : t('count', { rows: one.counts.rows })}
            </span>
            {one.counts.overdue > 0 ? (
              <Link href={`${home(one)}?state=overdue`} className="text-off">
                {t('overdue', { count: one.counts.overdue })}
              </Link>
            ) : null}
            {one.closed ? <span className="text-muted">{t('closed')}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
