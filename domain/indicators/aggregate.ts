import { rounded } from './target-path'

/** How the figures of several units come to one. */
export const AGGREGATIONS = ['sum', 'mean'] as const
/** One of `AGGREGATIONS`. */
export type Aggregation = (typeof AGGREGATIONS)[number]

/** A figure of a unit, null where it gave none yet; means are by weight. */
export type Figure = { value: number | null; weight: number }

/** The sum, or the mean by weight, of the figures that are there, and of how many units; `value` null where none is. */
export function aggregate(figures: readonly Figure[], how: Aggregation) {
  const known = figures.flatMap(({ value, weight }) => (value === null ? [] : [{ value, weight }]))
  const sum = known.reduce((all, one) => all + one.value * (how === 'mean' ? one.weight : 1), 0)
  const weights = known.reduce((all, one) => all + one.weight, 0)
  const value = known.length === 0 ? null : rounded(how === 'sum' ? sum : weights > 0 ? sum / weights : 0)
  return { value, given: known.length, of: figures.length }
}

/** A unit's part of a task as the cascade sees it: its own typed figure and the part that it descends from. */
export type CascadeNode = { id: string; parentId: string | null; weight: number; own: number | null }

/** Of one part: its own figure, what the parts right below it come to, and the figure that counts upwards. */
export type CascadeFigure = {
  id: string
  own: number | null
  below: ReturnType<typeof aggregate> | null
  value: number | null
}

/**
 * From the leaves up: a part's figure is its own where it gave one, else what the parts right below come to. The roll-up stands beside the own
 * figure and never overwrites it. A ring or a missing parent counts as no parent.
 */
export function cascade(nodes: readonly CascadeNode[], how: Aggregation): Map<string, CascadeFigure> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const childrenOf = new Map<string, CascadeNode[]>()
  for (const node of nodes) {
    if (node.parentId === null || !byId.has(node.parentId)) continue
    childrenOf.set(node.parentId, [...(childrenOf.get(node.parentId) ?? []), node])
  }
  const done = new Map<string, CascadeFigure>()
  const walk = (node: CascadeNode, above: ReadonlySet<string>): CascadeFigure => {
    const known = done.get(node.id)
    if (known) return known
    const path = new Set(above).add(node.id)
    const children = (childrenOf.get(node.id) ?? []).filter((child) => !path.has(child.id))
    const below =
      children.length === 0
        ? null
        : aggregate(
            children.map((child) => ({ value: walk(child, path).value, weight: child.weight })),
            how,
          )
    const figure = { id: node.id, own: node.own, below, value: node.own ?? below?.value ?? null }
    done.set(node.id, figure)
    return figure
  }
  for (const node of nodes) walk(node, new Set())
  return done
}
