import { join } from 'node:path'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import type { PackSource, Words } from '#domain/packs/area-pack.ts'
import type { TideStation } from '#domain/tide/tide-station.ts'
import type { Polygon } from '../lib/check-geometry.ts'
import type { DrawerFile } from '../sources/drawer/find-drawer-files.ts'
import { readTideStation } from '../sources/drawer/read-tide-station.ts'
import { drawerSource, readDrawer, type Drawer, type DrawerFolder, type DrawerZones } from '../sources/read-drawer.ts' // prettier-ignore
import type { BuildContext } from './build-context.ts'
import { packFile, type PackedFile } from './write-pack.ts'
import { depthClasses } from './zone-classes.ts'
import type { ZoneSet } from './zone-set.ts'

/** What a city keeps for itself: its drop folder, as zone sets and a list of places, and the tide gauge. */
export type BuiltDrawer = Pick<Drawer, 'features' | 'replaces' | 'series' | 'notes'> & {
  readonly zoneSets: readonly ZoneSet[]
  readonly tide: TideStation | null
}

/** The drop folders of an area: in the repository, and beside the files of a mirror. */
const foldersOf = (code: string, root: string, mirror: string | undefined): DrawerFolder[] => [
  { path: join(root, 'data', 'areas', code, 'local'), place: `data/areas/${code}/local` },
  ...(mirror === undefined ? [] : [{ path: join(mirror, 'local', code), place: `local/${code}` }]),
]

/**
 * Reads the drop folders and the tide gauge of the area and puts their sources among the pack's.
 * @param boundary the municipality.
 * @param bounds the box of the pack, degrees.
 * @throws Refusal for the first file that cannot be used: it stops the build.
 */
export async function buildDrawer(
  context: BuildContext,
  given: { readonly root: string; readonly mirror?: string | undefined },
  boundary: readonly Polygon[],
  bounds: Bounds,
): Promise<BuiltDrawer> {
  const { code, signal } = context
  const drawer = await readDrawer(foldersOf(code, given.root, given.mirror), boundary, bounds, signal)
  for (const file of drawer.files) context.usePublished(sourceOf(file, nameOfArea(context)))
  for (const { file, kind, counts } of drawer.notes)
    context.progress.line(`had ${file}: ${kind}${counts === null ? '' : `, ${counts.kept} of ${counts.in}`}`)
  const tide = await readTideStation(join(given.root, 'data', 'areas', code, 'tide.json'), code)
  if (tide !== null) context.usePublished(tide.source)
  const { features, replaces, series, notes } = drawer
  return {
    features,
    replaces,
    series,
    notes,
    zoneSets: drawer.zones.map(zoneSetOf),
    tide: tide?.station ?? null,
  }
}

/** The files of the pack that hold the places and the tide gauge; none where there is nothing. */
export function drawerFiles({ features, tide }: BuiltDrawer): PackedFile[] {
  const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
  return [
    ...(features.length === 0 ? [] : [packFile('features', 1, 'features.json', json(features))]),
    ...(tide === null ? [] : [packFile('tide', 1, 'tide.json', json(tide))]),
  ]
}

const nameOfArea = ({ code, facts }: BuildContext): Words => facts.name ?? { ja: code }

function sourceOf(file: DrawerFile, area: Words): PackSource {
  const { title, publisher, credit, licence, date } = file.header
  return {
    id: drawerSource(file),
    title: wordsOf(title),
    publisher: publisher === undefined ? area : wordsOf(publisher),
    credit,
    licence,
    edition: null,
    asOf: date,
    urls: [file.place],
  }
}

const wordsOf = (words: Readonly<Record<string, string | undefined>>): Words =>
  Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined)) as Words

/** The zones of a file as one layer of the pack: its depths are its classes, the deeper the higher. */
export function zoneSetOf({ file, kind, zones, counts }: DrawerZones): ZoneSet {
  const { classes, rankOf } = depthClasses(
    zones.map(({ depth }) => depth),
    file.label,
  )
  const { complete, date } = file.header
  return {
    draws: `${kind}-max`,
    part: `local${file.name.replaceAll('-', '')}`,
    river: null,
    classes,
    zones: zones.map(({ depth, polygon }) => ({ rank: rankOf(depth), polygon })),
    state: complete ? 'built' : 'partial',
    alone: complete,
    sources: [drawerSource(file)],
    asOf: date,
    missing: complete ? [] : [`${file.place}: not said to be complete ("complete": true)`],
    counts,
  }
}
