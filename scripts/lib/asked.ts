import { readFile } from 'node:fs/promises'
import { isLngLat, parseLatLng, type LngLat } from '#domain/geo/lng-lat.ts'
import { SITE_HAZARDS, type SiteHazard } from '#domain/hazards/hazard-kind.ts'

/** One sentence for the person who typed the command; ends the program with exit code 2. */
export class BadRequest extends Error {}

/** A position as people write it, `<lat>,<lng>`. */
export function positionIn(option: string, text: string): LngLat {
  const at = parseLatLng(text)
  if (at.ok) return at.value
  throw new BadRequest(`${option} ${text}: expected <lat>,<lng> in degrees such as 33.1037,130.0989`)
}

export function siteHazardIn(text: string | undefined): SiteHazard {
  const hazard = SITE_HAZARDS.find((one) => one === text)
  if (hazard !== undefined) return hazard
  throw new BadRequest(`--hazard ${text ?? '(missing)'}: expected one of ${SITE_HAZARDS.join(', ')}`)
}

/** A file of positions, one `[lng,lat]` a line. */
export async function readPoints(file: string): Promise<readonly LngLat[]> {
  const lines = (await readText('--batch', file)).split('\n').map((line) => line.trim())
  return lines.flatMap((line, i) => (line === '' ? [] : [pointOf(file, line, i + 1)]))
}

export async function readText(option: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new BadRequest(`${option} ${file}: this file cannot be read`)
  }
}

function pointOf(file: string, line: string, number: number): LngLat {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    value = null
  }
  if (isLngLat(value)) return value
  throw new BadRequest(
    `--batch ${file}, line ${number}: expected [lng,lat] in degrees such as [130.0989,33.1037]`,
  )
}

/** One line of JSON on standard output. */
export const printJson = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`)
