import { isLngLat, type LngLat } from '../geo/lng-lat.ts'

/** Words and marks that people and phones put around the two numbers of a position. */
const LABELS = /北緯|東経|緯度|経度|latitude|longitude|lat|lng|lon|geo|[ne:=;()[\]]/giu

/** One angle: degrees, or degrees, minutes and perhaps seconds of arc. */
const ANGLE =
  /^(-?\d+(?:\.\d+)?)(?:[°度](?:(\d+(?:\.\d+)?)['’′分](?:(\d+(?:\.\d+)?)(?:"|”|″|秒|''|’’|′′))?)?)?$/u

function degreesOf(text: string): number | null {
  const [whole, degrees, minutes = '0', seconds = '0'] = ANGLE.exec(text) ?? []
  if (whole === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return null
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600
  return text.startsWith('-') ? -size : size
}

/**
 * Reads a position as people type or paste it: `33.1037,130.0989`, `３３．１０３７、１３０．０９８９`, `北緯33度6分 東経130度6分`,
 * `33°06′13″N 130°05′56″E`. Latitude first, as on phones; where the first number can only be a longitude the two are taken
 * the other way round.
 * @returns `[lng, lat]` in degrees, or null for anything else
 */
export function readPosition(text: string): LngLat | null {
  const parts = text
    .normalize('NFKC')
    .replace(/['’′]{2}/gu, '"')
    .replace(LABELS, ' ')
    .replace(/([°度'’′分])\s+/gu, '$1')
    .replace(/([秒"”])/gu, '$1 ')
    .split(/[,、\s]+/u)
    .filter((part) => part !== '')
  const [first, second, ...rest] = parts.map(degreesOf)
  if (first === undefined || second === undefined || rest.length > 0) return null
  if (first === null || second === null) return null
  const at = Math.abs(first) > 90 ? ([first, second] as const) : ([second, first] as const)
  return isLngLat(at) ? at : null
}
