import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu } from '@/components/ui/menu'
import { cx } from '@/lib/cx'

/** As MENU_ITEM of components/ui, which is a client module: its strings do not reach the server. */
const ITEM =
  'flex min-h-9 w-full items-center gap-2 px-4 py-1 text-start text-ui text-text hover:bg-surface hover:no-underline max-lg:min-h-11 -outline-offset-3!'

export type MenuChoice = { href: string; label: ReactNode; current: boolean }

type LedgerMenuProps = {
  trigger: ReactNode
  label?: string
  /** Groups of choices, each a link; a group with a name gets a heading. */
  groups: readonly { name?: string; choices: readonly MenuChoice[] }[]
  className?: string
}

/** A menu of links that filter or sort: the address is the state, so a choice is somewhere to go. */
export function LedgerMenu({ trigger, label, groups, className }: LedgerMenuProps) {
  return (
    <Menu trigger={trigger} label={label} align="start" className={className}>
      <div className="max-h-96 overflow-y-auto font-normal text-text">
        {groups.map((group, index) => (
          <div key={group.name ?? index} role="group" aria-label={group.name} className="not-first:border-t">
            {group.name ? <p className="px-4 pt-2 text-note text-muted">{group.name}</p> : null}
            {group.choices.map((choice, at) => (
              <Link
                key={`${at} ${choice.href}`}
                href={choice.href}
                scroll={false}
                aria-current={choice.current ? 'true' : undefined}
                className={cx(ITEM, choice.current && 'font-semibold text-brand!')}
              >
                <span className="flex-1">{choice.label}</span>
                {choice.current ? <Check aria-hidden className="size-4" /> : null}
              </Link>
            ))}
          </div>
        ))}
      </div>
    </Menu>
  )
}

/** The head of a column that can be filtered: its name opens the choices. */
export function HeadMenu({ name, groups }: { name: string; groups: LedgerMenuProps['groups'] }) {
  const t = useTranslations('tasks.filters')
  return (
    <LedgerMenu
      trigger={name}
      label={t('filterBy', { name })}
      groups={groups}
      className="[&>summary]:-mx-2 [&>summary]:min-h-6! [&>summary]:min-w-0! [&>summary]:justify-start! [&>summary]:text-note [&>summary_svg]:size-3.5"
    />
  )
}
