import type { Graph } from '#domain/routes/graph.ts'
import { findDepartures, findDistances, findReach, findWays, waysOn } from '#domain/routes/way-finder.ts'
import type { WayFinder } from '#platform/ports.ts'

/** Finds ways on a graph as the real one does, without a thread. A question that was given up is not answered. */
export function aWayFinder(graph: Graph): WayFinder & { readonly asked: string[] } {
  const ways = waysOn(graph)
  const asked: string[] = []
  const after = async <T>(kind: string, signal: AbortSignal, answer: () => T): Promise<T> => {
    asked.push(kind)
    await Promise.resolve()
    signal.throwIfAborted()
    return answer()
  }
  return {
    asked,
    use: () => undefined,
    waysFrom: (question, at, { count, front, signal }) =>
      after('ways', signal, () => findWays(ways, question, at, { count, front })),
    distances: (question, at, signal) => after('distances', signal, () => findDistances(ways, question, at)),
    reach: (question, signal) => after('reach', signal, () => findReach(ways, question)),
    departures: (question, { front, at, signal }) =>
      after('departures', signal, () => findDepartures(ways, question, front, at)),
  }
}
