/** The lights of the overview in the order in which its bars and tables show them; `late` is completed late. */
export const OVERVIEW_LIGHTS = ['off', 'risk', 'ok', 'idle', 'done', 'late'] as const
/** One of `OVERVIEW_LIGHTS`. */
export type OverviewLight = (typeof OVERVIEW_LIGHTS)[number]
/** How many tasks of each light. */
export type LightFigures = Record<OverviewLight, number>

/** The sum of all lights: the denominator beside every one of them. */
export function sumOf(figures: LightFigures): number {
  return OVERVIEW_LIGHTS.reduce((sum, light) => sum + figures[light], 0)
}
