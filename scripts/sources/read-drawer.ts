import type { Bounds } from '#domain/geo/lng-lat.ts'
import { FEATURE_KINDS, MAX_FEATURES, type FeatureKind, type LocalFeature } from '#domain/features/local-feature.ts' // prettier-ignore
import { WATER_KINDS, type HazardKind, type WaterKind } from '#domain/hazards/hazard-kind.ts'
import type { Polygon } from '../lib/check-geometry.ts'
import { noCounts, type Counts } from '../lib/counts.ts'
import { Refusal } from '../lib/refusal.ts'
import { nearTo } from './drawer/check-position.ts'
import type { DrawerHeader } from './drawer/drawer-header.ts'
import { findDrawerFiles, type DrawerFile, type DrawerFolder } from './drawer/find-drawer-files.ts'
import { readFeatures } from './drawer/read-features.ts'
import { readRecords } from './drawer/read-records.ts'
import { readDepthZones, type DepthZone } from './drawer/read-zones.ts'

export type { DrawerFolder } from './drawer/find-drawer-files.ts'

/** The zones of one file. */
export type DrawerZones = {
  readonly file: DrawerFile
  readonly kind: WaterKind
  readonly zones: readonly DepthZone[]
  readonly counts: Counts
}

/** A computed flood in time, not read here: its header and where its file is. */
export type DrawerSeries = { readonly file: DrawerFile; readonly series: NonNullable<DrawerHeader['series']> }

/** One file, for the report: rows or features `in` = `kept` + refused. */
export type DrawerNote = {
  readonly file: string
  readonly kind: DrawerHeader['kind']
  readonly date: string
  readonly complete: boolean
  /** Null for a series, which is counted where it is built. */
  readonly counts: Counts | null
}

/** All that the drop folders hold. */
export type Drawer = {
  readonly files: readonly DrawerFile[]
  readonly features: readonly LocalFeature[]
  readonly zones: readonly DrawerZones[]
  readonly series: readonly DrawerSeries[]
  /** Kinds of which the city gave all that there is: the national data set is not needed. */
  readonly replaces: readonly HazardKind[]
  readonly notes: readonly DrawerNote[]
}

/** The id of a file among the pack's sources. */
export const drawerSource = (file: DrawerFile): string => `local-${file.name}`

/**
 * Reads everything that a city put into its drop folders.
 * @param boundary the municipality: points may lie at most 2 km outside.
 * @param bounds zones have to reach into this box, degrees.
 * @throws Refusal for the first thing that is wrong, naming file, row or feature, what was found and what is expected.
 */
export async function readDrawer(
  folders: readonly DrawerFolder[],
  boundary: readonly Polygon[],
  bounds: Bounds,
  signal: AbortSignal,
): Promise<Drawer> {
  const files = await findDrawerFiles(folders)
  const isNear = nearTo(boundary)
  const [features, zones, series, notes]: [LocalFeature[], DrawerZones[], DrawerSeries[], DrawerNote[]] = [[], [], [], []] // prettier-ignore
  for (const file of files) {
    signal.throwIfAborted()
    const { kind } = file.header
    let counts: Counts | null = null
    if (isWaterKind(kind)) {
      const read = { file, kind, ...readDepthZones(file, await readRecords(file), bounds) }
      zones.push(read)
      counts = read.counts
    } else if (isFeatureKind(kind)) {
      const records = await readRecords(file)
      features.push(...readFeatures(file, kind, records, { source: drawerSource(file), isNear }))
      counts = { ...noCounts(), in: records.length, kept: records.length }
    } else series.push({ file, series: file.header.series ?? {} })
    notes.push({ file: file.place, kind, date: file.header.date, complete: file.header.complete, counts })
  }
  if (features.length > MAX_FEATURES) {
    throw new Refusal(`the drop folder holds ${features.length} places, expected at most ${MAX_FEATURES}`)
  }
  const replaces = [...new Set(zones.filter(({ file }) => file.header.complete).map(({ kind }) => kind))]
  return { files, features, zones, series, replaces, notes }
}

const isWaterKind = (kind: DrawerHeader['kind']): kind is WaterKind =>
  (WATER_KINDS as readonly string[]).includes(kind)
const isFeatureKind = (kind: DrawerHeader['kind']): kind is FeatureKind =>
  (FEATURE_KINDS as readonly string[]).includes(kind)
