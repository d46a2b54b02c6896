import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu } from '@/components/ui/menu'
import { cx } from '@/lib/cx'
import type { ChoiceGroup } from './use-ledger-choices'

/** As MENU_ITEM of components/ui, which is a client module: its strings do not reach the server. */
const ITEM =
  'flex min-h-9 w-full items-center gap-2 px-4 py-1 text-start text-ui text-text hover:bg-surface hover:no-underline max-lg:min-h-11 -outline-offset-3!'

export type MenuChoice = { href: string; label: ReactNode; current: boolean }

type LedgerMenuProps = {
  trigger: ReactNode
  label?: string
  /** Groups of choices, each a link; a group with a name gets a heading. */
  groups: readonly { name?: string; choices: readonly MenuChoice[] }[]
  align?: 'start' | 'end'
  /** On a phone it takes the whole screen. */
  sheet?: boolean
  /** Name under which a key presses it. */
  press?: string
  className?: string
  /** What stands below the choices. */
  children?: ReactNode
}

/** A menu of links that filter or sort: the address is the state, so a choice is somewhere to go. */
export function LedgerMenu({ groups, align = 'start', children, ...menu }: LedgerMenuProps) {
  return (
    <Menu align={align} {...menu}>
      <div className="max-h-96 overflow-y-auto font-normal text-text max-md:in-data-sheet:max-h-none">
        {groups.map((group, index) => (
          <div key={group.name ?? index} role="group" aria-label={group.name} className="not-first:border-t">
            {group.name ? <p className="px-4 pt-2 text-note text-muted">{group.name}</p> : null}
            {group.choices.map((choice, at) => (
              <Link
                key={`${at} ${choice.href}`}
                href={choice.href}
                scroll={false}
                prefetch={false}
                aria-current={choice.current ? 'true' : undefined}
                className={cx(ITEM, choice.current && 'font-semibold text-brand!')}
              >
                <span className="flex-1">{choice.label}</span>
                {choice.current ? <Check aria-hidden className="size-4" /> : null}
              </Link>
            ))}
          </div>
        ))}
        {children}
      </div>
    </Menu>
  )
}

/** A tool over the rows: its menu looks like a button. */
export function ToolMenu(props: LedgerMenuProps) {
  return (
    <LedgerMenu
      {...props}
      className={cx(
        '[&>summary]:rounded [&>summary]:border [&>summary]:border-edge [&>summary]:bg-bg [&>summary]:px-3',
        props.className,
      )}
    />
  )
}

/** The head of a column that can be filtered or sorted: its name opens the choices. */
export function HeadMenu({ group, sorts = [] }: { group: ChoiceGroup; sorts?: readonly MenuChoice[] }) {
  const t = useTranslations('tasks.filters')
  const l = useTranslations('ledger')
  const filters = { name: sorts.length > 0 ? l('filterTitle') : undefined, choices: group.choices }
  return (
    <LedgerMenu
      trigger={group.name}
      label={t('filterBy', { name: group.name })}
      groups={sorts.length > 0 ? [{ name: l('sortTitle'), choices: sorts }, filters] : [filters]}
      className="[&>summary]:-mx-2 [&>summary]:min-h-6! [&>summary]:min-w-0! [&>summary]:justify-start! [&>summary]:text-note [&>summary_svg]:size-3.5"
    />
  )
}
