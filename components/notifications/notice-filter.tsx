'use client'

import { useRouter } from 'next/navigation'
import { CONTROL } from '@/components/ui/field'
import { cx } from '@/lib/cx'

type Props = {
  name: string
  label: string
  /** Each choice is the address that it leads to. */
  options: readonly { value: string; label: string }[]
  value: string
}

/** A choice that goes to another address as soon as it is made. */
export function NoticeFilter({ name, label, options, value }: Props) {
  const router = useRouter()
  return (
    <label className="flex max-w-full items-center gap-2 text-ui">
      <span className="whitespace-nowrap">{label}</span>
      <select
        name={name}
        value={value}
        onChange={({ target }) => router.push(target.value, { scroll: false })}
        className={cx(CONTROL, 'min-w-0 max-w-[280px]')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
