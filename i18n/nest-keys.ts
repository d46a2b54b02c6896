import type { AbstractIntlMessages } from 'next-intl'

/** A key may be a code of ours, such as `task.dispatched`; next-intl wants that as two levels. */
export function nestKeys(messages: AbstractIntlMessages): AbstractIntlMessages {
  const nested: AbstractIntlMessages = {}
  for (const [key, value] of Object.entries(messages)) {
    const path = key.split('.')
    const last = path.pop() ?? key
    let level = nested
    for (const step of path) {
      const below = level[step]
      level = level[step] = typeof below === 'object' ? below : {}
    }
    const before = level[last]
    level[last] =
      typeof value === 'string'
        ? value
        : { ...(typeof before === 'object' ? before : {}), ...nestKeys(value) }
  }
  return nested
}
