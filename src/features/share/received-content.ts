import type { DecodedPlan } from '#domain/plan/code/read-code.ts'
import type { CodePosition, LeftOut } from '#domain/plan/code/layout.ts'
import type { CodeRefusal } from '#domain/plan/code/read-code.ts'
import type { ForeignThings } from '#domain/plan/foreign-things.ts'
import { readGeoJson, type GeoJsonRefusal } from '#domain/plan/geojson.ts'
import { readGpx, type GpxRefusal } from '#domain/plan/gpx.ts'
import {
  PLAN_FILE_LIMITS,
  readPlanFile,
  type PlanFile,
  type PlanFileRefusal,
} from '#domain/plan/plan-file.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { ScanFailure } from '#platform/ports.ts'

/** A plan that came from outside. It was read and checked, and nothing of it is kept yet. */
export type ReceivedPlan = {
  readonly type: 'plan'
  readonly plan: Plan
  readonly photos: ReadonlyMap<string, Blob>
  /** What its maker has and it does not hold. */
  readonly leftOut: readonly LeftOut[]
  readonly position: CodePosition
}

/** Marks and routes from a file of another program. */
export type ReceivedThings = {
  readonly type: 'things'
  readonly file: string
  readonly things: ForeignThings
}

export type FileFormat = 'plan' | 'geojson' | 'gpx'

/** Why nothing can be shown. `expected`: as what the file was read. */
export type ReceivedRefusal =
  | {
      readonly type: 'file'
      readonly file: string
      readonly expected: FileFormat
      readonly why: PlanFileRefusal | GeoJsonRefusal | GpxRefusal | 'unreadable'
      readonly detail: string
    }
  | { readonly type: 'code'; readonly why: CodeRefusal }
  | { readonly type: 'scan'; readonly why: ScanFailure }

/** What was read from a file. A picture gives the text of its QR code, which is then read like any other. */
export type FileContent =
  | { readonly ok: true; readonly value: ReceivedPlan | ReceivedThings }
  | { readonly ok: false; readonly refusal: ReceivedRefusal }

/** As what a file is read: by its ending, and what has none of the known ones as a plan. */
export function formatOf(name: string): FileFormat {
  if (/\.gpx$/i.test(name)) return 'gpx'
  return /\.geojson$/i.test(name) ? 'geojson' : 'plan'
}

export const planOfCode = ({ plan, leftOut, position }: DecodedPlan): ReceivedPlan => ({
  type: 'plan',
  plan,
  photos: new Map(),
  leftOut,
  position,
})

const planOfFile = ({ plan, photos }: PlanFile): ReceivedPlan => ({
  type: 'plan',
  plan,
  photos: new Map(
    [...photos].map(([id, bytes]) => [id, new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' })]),
  ),
  leftOut: [],
  position: 'exact',
})

/**
 * Reads a file from anybody: whole or not at all. Nothing larger than a plan file may be is even opened.
 * @param now milliseconds since 1970: when things of another program are said to be added
 */
export async function readReceivedFile(file: File, now: number): Promise<FileContent> {
  const expected = formatOf(file.name)
  const refused = (why: Extract<ReceivedRefusal, { type: 'file' }>['why'], detail = ''): FileContent => ({
    ok: false,
    refusal: { type: 'file', file: file.name, expected, why, detail },
  })
  if (file.size > PLAN_FILE_LIMITS.bytes) return refused('tooLarge')
  const bytes = await bytesOf(file)
  if (bytes === null) return refused('unreadable')
  if (expected === 'plan') {
    const read = readPlanFile(bytes)
    if (read.ok) return { ok: true, value: planOfFile(read.value) }
    // A map file under the ending `.json` is a map file all the same.
    const things = read.reason === 'notAPlanFile' ? readGeoJson(bytes, now) : null
    if (things?.ok === true) return { ok: true, value: thingsOf(file, things.value) }
    return refused(read.reason, read.detail)
  }
  const things = expected === 'gpx' ? readGpx(bytes, now) : readGeoJson(bytes, now)
  return things.ok ? { ok: true, value: thingsOf(file, things.value) } : refused(things.reason, things.detail)
}

const thingsOf = (file: File, things: ForeignThings): ReceivedThings => ({
  type: 'things',
  file: file.name,
  things,
})

async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}
