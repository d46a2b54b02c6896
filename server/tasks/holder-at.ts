type Named = { name: string; nameEn: string }

/** What is read of an assignment to know which unit held it when. */
export const formerHoldersSelect = {
  orderBy: { untilAt: 'asc' },
  select: { untilAt: true, unit: { select: { name: true, nameEn: true } } },
} as const

/** The unit that held the assignment at the moment, where another one holds it now: what it did then bears its name. Null: today's. */
export function holderAt(holders: readonly { untilAt: Date; unit: Named }[], at: Date | null): Named | null {
  return (at && holders.find((one) => at <= one.untilAt)?.unit) ?? null
}
