import type { Prisma } from '@/prisma/generated/client'

/** What an indicator is, without its values: the columns that lists and the workspace's cards read. */
export const INDICATOR_COLUMNS = {
  id: true,
  name: true,
  measure: true,
  baseline: true,
  target: true,
  path: true,
  cycle: true,
  aggregation: true,
  direction: true,
  splitByUnit: true,
} satisfies Prisma.IndicatorSelect
