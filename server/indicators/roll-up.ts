import { aggregate, cascade, type Aggregation, type CascadeNode } from '@/domain/indicators/aggregate'

type Counted = { registerId: string | null; splitByUnit: boolean; aggregation: Aggregation }
type Part = { id: string; parentAssignmentId: string | null; part: string; weight: number }

/** The parts that give figures of their own at the top: all where it is split, else the lead. */
export const isTop = (row: Pick<Counted, 'splitByUnit'>, one: Pick<Part, 'part' | 'parentAssignmentId'>) =>
  one.parentAssignmentId === null && (row.splitByUnit || one.part === 'lead')

/** What the own figures of parts come to: of each part with those below it, and of the whole. */
export function rollUp(row: Counted, parts: readonly Part[], own: (partId: string) => number | null) {
  const nodes = parts.map((one) => ({
    id: one.id,
    parentId: one.parentAssignmentId,
    weight: one.weight,
    own: own(one.id),
  }))
  // Rows of a register are each unit's own: what a unit has below it adds to its own count.
  const figures = row.registerId ? summed(nodes, row.aggregation) : cascade(nodes, row.aggregation)
  const top = parts.filter((one) => isTop(row, one))
  const total = aggregate(
    top.map((one) => ({ value: figures.get(one.id)?.value ?? null, weight: one.weight })),
    row.aggregation,
  )
  return { figures, total }
}

function summed(nodes: readonly CascadeNode[], how: Aggregation) {
  const figures = cascade(nodes, how)
  for (const figure of figures.values()) {
    const below = leavesBelow(nodes, figure.id)
    const value = below.reduce((sum, one) => sum + (one.own ?? 0), figure.own ?? 0)
    figures.set(figure.id, {
      ...figure,
      value,
      below:
        below.length > 0
          ? aggregate(
              below.map((one) => ({ value: one.own, weight: 1 })),
              'sum',
            )
          : null,
    })
  }
  return figures
}

function leavesBelow(nodes: readonly CascadeNode[], id: string, seen = new Set([id])) {
  const found: CascadeNode[] = []
  for (const node of nodes) {
    if (node.parentId !== id || seen.has(node.id)) continue
    seen.add(node.id)
    found.push(node, ...leavesBelow(nodes, node.id, seen))
  }
  return found
}
