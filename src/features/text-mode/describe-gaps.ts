import { HAZARD_KINDS, type HazardKind, type Scenario } from '#domain/hazards/hazard-kind.ts'
import type { PackCoverage, PackLayer, PackManifest, PackSource } from '#domain/packs/area-pack.ts'
import type { Phrase } from '#domain/risk/report.ts'

/** A data set that is not there, or not whole. */
export type Gap = {
  readonly id: string
  readonly name: Phrase
  /** The gap is in how long the water stays, and not in how deep it is. */
  readonly isDuration: boolean
  readonly why: Phrase
}

/** A region that nobody has studied, in the words of whoever says so. */
export type Unstudied = Pick<PackCoverage, 'id' | 'source' | 'asOf'> & {
  readonly name: Phrase
  readonly note: Phrase
}

/** What a pack does not know, for every place in it, and how old what it knows is. */
export type Gaps = {
  readonly gaps: readonly Gap[]
  readonly unstudied: readonly Unstudied[]
  /** In the manifest's order. */
  readonly sources: readonly PackSource[]
}

const nameOf = (kind: HazardKind, scenario: Scenario): Phrase => ({
  key: kind === 'flood' ? `hazards:name.flood.${scenario}` : `hazards:name.${kind}`,
})

/**
 * What is missing from an area, out of its manifest: data sets that could not be had or that hold only a part, hazards that
 * no data set of the pack is about, and the regions that are known not to have been studied. A hazard that the manifest
 * does not mention is listed as missing: leaving it out would read as "there is none". What would be said in the same words
 * of several layers or regions is said once.
 */
export function describeGaps(manifest: PackManifest): Gaps {
  const absent = HAZARD_KINDS.filter((kind) => manifest.layers.every((layer) => layer.kind !== kind))
  return {
    gaps: saidOnce([
      ...manifest.layers.flatMap(gapOf),
      ...absent.map((kind) => ({
        id: kind,
        name: nameOf(kind, 'max'),
        isDuration: false,
        why: { key: 'risk:unknown.why.notBuilt' },
      })),
    ]),
    unstudied: saidOnce(
      manifest.coverage
        .filter(({ state }) => state === 'notAssessed')
        .map((entry) => ({
          id: entry.id,
          name: nameOf(entry.kind, entry.scenario),
          note: { key: 'risk:unknown.note', params: noteParams(entry) },
          source: entry.source,
          asOf: entry.asOf,
        })),
    ),
    sources: manifest.sources,
  }
}

/** The first of those that differ in nothing but their id. */
function saidOnce<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  const words = all.map((one) => JSON.stringify({ ...one, id: '' }))
  return all.filter((_, index) => words.indexOf(words[index] ?? '') === index)
}

function gapOf({ id, kind, scenario, measure, state }: PackLayer): readonly Gap[] {
  if (state === 'built') return []
  const why = state === 'partial' ? 'text:unknown.partial' : `risk:unknown.why.${state}`
  return [{ id, name: nameOf(kind, scenario), isDuration: measure === 'duration', why: { key: why } }]
}

const noteParams = ({ note }: PackCoverage): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(note).map(([tag, text]) => [`note@${tag}`, text ?? '']))
