import { Refusal } from './refusal.ts'

/**
 * The systems that are taken as one with WGS84 longitude/latitude: JGD2011 (6668) and WGS84 (4326, CRS84) differ by
 * centimetres. JGD2000 (4612) is refused: in eastern Japan it is metres away since 2011, and it would pass unnoticed.
 */
const ACCEPTED = ['urn:ogc:def:crs:EPSG::6668', 'EPSG:6668', 'urn:ogc:def:crs:EPSG::4326', 'EPSG:4326', 'urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:OGC::CRS84'] // prettier-ignore

/**
 * Checks the old `crs` member that Japanese GeoJSON still carries (RFC 7946 dropped it: no member means WGS84).
 * @throws Refusal for a system that is not known to be the same within centimetres.
 */
export function checkCrs(collection: Record<string, unknown>, file: string): void {
  const crs = collection['crs']
  if (crs === undefined || crs === null) return
  const name = (crs as { properties?: { name?: unknown } }).properties?.name
  if (typeof name === 'string' && ACCEPTED.includes(name)) return
  throw new Refusal(
    `${file}: coordinate system ${JSON.stringify(name ?? crs)} is not known here, expected JGD2011 (EPSG:6668) or WGS84`,
  )
}
