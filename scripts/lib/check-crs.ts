import { Refusal } from './refusal.ts'

/**
 * The systems that are taken as one with WGS84 longitude/latitude: JGD2011 (6668) and WGS84 (4326, CRS84) differ by
 * centimetres.
 */
const ACCEPTED = ['urn:ogc:def:crs:EPSG::6668', 'EPSG:6668', 'urn:ogc:def:crs:EPSG::4326', 'EPSG:4326', 'urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:OGC::CRS84'] // prettier-ignore
const JGD2000 = ['urn:ogc:def:crs:EPSG::4612', 'EPSG:4612']

/**
 * The prefectures whose ground moved in 2011, so that JGD2000 and JGD2011 are up to metres apart there: 青森 to 福島, 関東,
 * 新潟 to 福井, 山梨, 長野, 岐阜. Elsewhere the two are the same. Source: 国土地理院, 測地成果2011 (the 20 prefectures
 * for which it gives a correction file). Unnoticed, the shift would move a zone into the next street, so it is refused.
 */
const MOVED = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20', '21'] // prettier-ignore

/**
 * Checks the old `crs` member that Japanese GeoJSON still carries (RFC 7946 dropped it: no member means WGS84).
 * @param prefecture two digits; null = not known, then JGD2000 is refused everywhere.
 * @throws Refusal for a system that is not known to be the same within centimetres.
 */
export function checkCrs(
  collection: Record<string, unknown>,
  file: string,
  prefecture: string | null = null,
): void {
  const crs = collection['crs']
  if (crs === undefined || crs === null) return
  const name = (crs as { properties?: { name?: unknown } }).properties?.name
  if (typeof name === 'string' && ACCEPTED.includes(name)) return
  if (typeof name === 'string' && JGD2000.includes(name) && isSame(prefecture)) return
  throw refusal(file, JSON.stringify(name ?? crs))
}

const isSame = (prefecture: string | null): boolean => prefecture !== null && !MOVED.includes(prefecture)

const refusal = (file: string, system: string): Refusal =>
  new Refusal(`${file}: coordinate system ${system} is not known here, expected JGD2011 (EPSG:6668) or WGS84`)

/**
 * Checks the coordinate system of a shapefile (its `.prj`, well-known text of ESRI); without one it is JGD2011, as the
 * publisher's pages say.
 * @throws Refusal as `checkCrs`, also for a projected system.
 */
export function checkPrj(text: string | null, file: string, prefecture: string): void {
  if (text === null || text.trim() === '') return
  const name = /^\s*GEOGCS\s*\[\s*"([^"]*)"/i.exec(text)?.[1]
  const plain = name?.toLowerCase().replaceAll(/[^a-z0-9]/g, '') ?? ''
  if (/jgd2011|wgs84|wgs1984/.test(plain)) return
  if (/jgd2000/.test(plain) && isSame(prefecture)) return
  throw refusal(file, JSON.stringify(name ?? text.trim().slice(0, 60)))
}
