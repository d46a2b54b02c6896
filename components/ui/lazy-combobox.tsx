'use client'

import dynamic from 'next/dynamic'

/** The same field on a page where few come to it: its 50 KB of script arrive with the field, not with the page. */
export const LazyCombobox = dynamic(() => import('./combobox').then((found) => found.Combobox), {
  // Its place is kept meanwhile, and what stands around it stays.
  loading: () => <div className="min-h-16" />,
})
