/** A file of the mirror: its path below the folder (`<host>/<path>`) and its bytes. */
export type MirrorFile = readonly [path: string, bytes: Uint8Array]

const CRS = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::6668' } }

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export type Feature = {
  readonly properties: Record<string, unknown>
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null
}

/** A feature collection as 国土数値情報 writes it: one feature a line, with the old `crs` member. */
export function collection(name: string, features: readonly Feature[], crs: boolean): Uint8Array {
  const lines = features.map((feature) => JSON.stringify({ type: 'Feature', ...feature })).join(',\n')
  const head = `"type": "FeatureCollection",\n"name": ${JSON.stringify(name)},`
  const system = crs ? `\n"crs": ${JSON.stringify(CRS)},` : ''
  return bytesOf(`{\n${head}${system}\n"features": [\n${lines}\n]\n}\n`)
}

/** A ring with its first point repeated at the end, as the formats want it. */
export const closed = <T>(ring: readonly T[]): T[] => [...ring, ring[0] as T]
