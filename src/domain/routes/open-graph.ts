import type { Area } from '../packs/area.ts'
import { refuse, type Result } from '../result.ts'
import { readGraph, type GraphRefusal } from './graph-file.ts'
import type { Graph } from './graph.ts'

/**
 * The walking graph of an area. Reading takes some milliseconds: keep what is given back.
 * @returns the graph, or why there is none: `noGraph` = the pack holds no ways, `notLoaded` = its file is not on this device
 * yet, else what is wrong with the file. Without a graph no way is known, which is not "there is no way".
 */
export function openGraph({
  graph,
}: Pick<Area, 'graph'>): Result<Graph, GraphRefusal | 'noGraph' | 'notLoaded'> {
  if (graph === null) return refuse('noGraph')
  if (graph === 'missing') return refuse('notLoaded')
  return graph === 'damaged' ? refuse('damaged', 'file') : readGraph(graph)
}
