import { ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { DemoRole } from '@/server/org/demo-sign-in'

type Props = { roles: readonly DemoRole[]; action: (form: FormData) => Promise<void>; next: string }

/** The demo's roles, one press each. A production has none, and draws nothing. */
export function DemoRoles({ roles, action, next }: Props) {
  const t = useTranslations()
  const english = useLocale() === 'en'
  if (roles.length === 0) return null
  return (
    <section aria-labelledby="demo-roles" className="mt-6 border-t-4 border-double pt-4">
      <h2 id="demo-roles" className="text-[16px] leading-6">
        {t('signin.demo.title')}
      </h2>
      <p className="text-muted">{t('signin.demo.note')}</p>
      <form action={action}>
        <input type="hidden" name="next" value={next} />
        <ul className="mt-3 border-t">
          {roles.map(({ role, name, nameEn, unitName, unitNameEn }) => (
            <li key={role}>
              <button
                type="submit"
                name="role"
                value={role}
                className="grid min-h-10 w-full cursor-pointer grid-cols-[128px_minmax(0,1fr)_20px] items-center gap-3 border-b px-2 py-1 text-start hover:bg-surface max-md:min-h-11"
              >
                <b className="font-semibold">{t(`shell.roles.${role}`)}</b>
                <span>
                  {t('signin.demo.who', {
                    name: english ? nameEn : name,
                    unit: english ? unitNameEn : unitName,
                  })}
                </span>
                <ChevronRight aria-hidden className="size-5 text-muted" />
              </button>
            </li>
          ))}
        </ul>
      </form>
    </section>
  )
}
