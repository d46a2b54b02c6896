'use client'

import type { ComponentProps } from 'react'
import { Dialog } from './dialog'

/** A panel from the right for a record seen from its list. */
export function Drawer(props: Omit<ComponentProps<typeof Dialog>, 'look'>) {
  return <Dialog {...props} look="drawer" />
}
