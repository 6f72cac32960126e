import * as v from 'valibot'
import { LocalFeatures, type LocalFeature } from '../features/local-feature.ts'
import { readRankLayer } from '../ranks/rank-layer.ts'
import { Sites, type Site } from '../shelters/site.ts'
import { Places, type Place } from '../places/place.ts'
import { TideStation } from '../tide/tide-station.ts'
import type { Area, LayerInMemory, UnpackedFile } from './area.ts'
import type { PackFile, PackManifest } from './area-pack.ts'

export type { UnpackedFile }

/**
 * Opens an area from its unpacked stage 1 files, by file name. Never refuses as a whole: each file that cannot be read is
 * noted where it is missed (`notLoaded`, `unreadable`, `sites: null`), so that the others still answer.
 */
export function readArea(manifest: PackManifest, files: ReadonlyMap<string, UnpackedFile>): Area {
  const content = (file: PackFile): UnpackedFile => files.get(file.name) ?? 'missing'
  const ofRole = (role: PackFile['role']) => manifest.files.find((file) => file.role === role)
  const graph = ofRole('graph')
  const ranks = new Map<string, LayerInMemory>()
  for (const file of manifest.files) if (file.role === 'ranks') ranks.set(file.name, openLayer(content(file)))
  const read = <T>(role: PackFile['role'], schema: v.GenericSchema<unknown, T>): T | null => {
    const file = ofRole(role)
    return file === undefined ? null : readJson(content(file), schema)
  }
  return {
    manifest,
    ranks,
    sites: read<Site[]>('sites', Sites),
    places: read<Place[]>('places', Places) ?? [],
    features: ofRole('features') === undefined ? [] : read<LocalFeature[]>('features', LocalFeatures),
    tide: read<TideStation>('tide', TideStation),
    graph: graph === undefined ? null : content(graph),
    outline: read('outline', Outline) as GeoJSON.FeatureCollection | null,
  }
}

function openLayer(content: UnpackedFile): LayerInMemory {
  if (content === 'missing') return { ok: false, why: 'notLoaded' }
  if (content === 'damaged') return { ok: false, why: 'unreadable' }
  const layer = readRankLayer(content)
  return layer.ok ? { ok: true, layer: layer.value } : { ok: false, why: 'unreadable' }
}

function readJson<T>(content: UnpackedFile, schema: v.GenericSchema<unknown, T>): T | null {
  if (typeof content === 'string') return null
  try {
    const parsed = v.safeParse(schema, JSON.parse(decodeUtf8(content)))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

const Position = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(2), v.maxLength(3))
const Rings = v.array(v.pipe(v.array(Position), v.minLength(4)))
const Outline = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({
      type: v.literal('Feature'),
      properties: v.nullable(v.object({})),
      geometry: v.variant('type', [
        v.object({ type: v.literal('Polygon'), coordinates: Rings }),
        v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(Rings) }),
      ]),
    }),
  ),
})

declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array): string }

/** `TextDecoder` is no browser matter: every JavaScript engine that runs this has it; only its types live with the DOM. */
const decodeUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)
