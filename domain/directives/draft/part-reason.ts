import { z } from 'zod'

const reasonSchema = z.object({
  code: z.string(),
  word: z.string().optional(),
  how: z.string().optional(),
  /** Tasks alike that the unit led, and the newest of them by number. */
  count: z.int().optional(),
  tasks: z.array(z.int()).optional(),
  /** The word of its duties, where they speak for it as well. */
  duty: z.string().optional(),
  /** Of a collective name: which group, and its members. */
  set: z.string().optional(),
  units: z.array(z.uuid()).optional(),
})

/**
 * Why a unit is proposed, as data: `named` in the text · `ambiguous`: the name may mean several, nobody is filled in · `collective`: a whole group
 * is meant, to be taken over by a person · `duty`: a word of its functions · `past`: tasks alike that it led.
 */
export type PartReason = z.infer<typeof reasonSchema>

/** The reason of a proposal as it was stored; null where there is none. */
export function readPartReason(value: unknown): PartReason | null {
  const read = reasonSchema.safeParse(value)
  return read.success ? read.data : null
}
