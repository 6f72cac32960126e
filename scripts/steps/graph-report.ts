import { SNAP_LIMIT, WAY_CLASSES, type Graph, type WayClass } from '#domain/routes/graph.ts'
import { indexEdges, snap } from '#domain/routes/snap.ts'
import type { Site } from '#domain/shelters/site.ts'

/** `pack-report.json`, part `ways`: what the walking graph is like, for the city that publishes it. */
export type GraphReport = {
  readonly nodes: number
  readonly edges: number
  readonly metres: number
  readonly byClass: Readonly<Partial<Record<WayClass, number>>>
  /** Parts of the network that no way joins to the others, the longest first. */
  readonly components: readonly { readonly nodes: number; readonly metres: number; readonly sites: number }[]
  readonly deadEnds: number
  /** Sites from which no way lies within 150 m: nobody is led there. */
  readonly farSites: readonly { readonly id: string; readonly name: string }[]
  /** Features of the road layer that are no way on foot, by why. */
  readonly left: Readonly<Record<string, number>>
  /** Parts shorter than 100 m that met nothing: not in the graph. */
  readonly dropped: { readonly parts: number; readonly metres: number }
}

/** By node: the number of its component, in the order of their first nodes. */
export function componentsOf(graph: Pick<Graph, 'nodeCount' | 'from' | 'till'>): Uint32Array {
  const parent = Uint32Array.from({ length: graph.nodeCount }, (_, node) => node)
  const rootOf = (node: number): number => {
    let root = node
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] as number] as number
      root = parent[root] as number
    }
    return root
  }
  for (const [edge, from] of graph.from.entries()) {
    const [a, b] = [rootOf(from), rootOf(graph.till[edge] as number)]
    parent[Math.max(a, b)] = Math.min(a, b)
  }
  const numbers = new Map<number, number>()
  return parent.map((_, node) => {
    const root = rootOf(node)
    if (!numbers.has(root)) numbers.set(root, numbers.size)
    return numbers.get(root) as number
  })
}

/** Tells what a graph is like. */
export function reportGraph(
  graph: Graph,
  sites: readonly Site[],
  more: Pick<GraphReport, 'left' | 'dropped'>,
): GraphReport {
  const componentOf = componentsOf(graph)
  const components: { nodes: number; metres: number; sites: number }[] = []
  for (const component of componentOf)
    (components[component] ??= { nodes: 0, metres: 0, sites: 0 }).nodes += 1
  const byClass: Partial<Record<WayClass, number>> = {}
  for (const [edge, decimetres] of graph.decimetres.entries()) {
    const kind = WAY_CLASSES[graph.classes[edge] as number] as WayClass
    byClass[kind] = (byClass[kind] ?? 0) + decimetres / 10
    const mine = components[componentOf[graph.from[edge] as number] as number]
    if (mine !== undefined) mine.metres += decimetres / 10
  }
  const index = indexEdges(graph)
  const farSites: { id: string; name: string }[] = []
  for (const { id, name, at } of sites) {
    const found = snap(index, at, { within: SNAP_LIMIT })
    if (!found.ok) farSites.push({ id, name: name.ja })
    else {
      const mine = components[componentOf[graph.from[found.value.edge] as number] as number]
      if (mine !== undefined) mine.sites += 1
    }
  }
  components.sort((a, b) => b.metres - a.metres || b.nodes - a.nodes)
  return {
    nodes: graph.nodeCount,
    edges: graph.edgeCount,
    metres: Math.round(graph.decimetres.reduce((sum, one) => sum + one, 0) / 10),
    byClass: Object.fromEntries(
      WAY_CLASSES.filter((kind) => byClass[kind] !== undefined).map((kind) => [
        kind,
        Math.round(byClass[kind] ?? 0),
      ]),
    ),
    components: components.map((one) => ({ ...one, metres: Math.round(one.metres) })),
    deadEnds: Array.from(
      graph.firstArc.subarray(1),
      (next, node) => next - (graph.firstArc[node] as number),
    ).filter((arcs) => arcs === 1).length,
    farSites,
    ...more,
  }
}
