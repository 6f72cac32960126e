import * as v from 'valibot'
import { ok, refuse, type Result } from '../result.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { jpegSize } from './jpeg-size.ts'
import { parsePlan, type PlanRefusal } from './parse-plan.ts'
import { MOST, type Plan } from './plan.ts'
import { readJson, type JsonRefusal } from './read-json.ts'
import { cleanText } from './text.ts'

/** The version of the file around the plan; the plan inside has its own. The format is described in docs/plan-file.md. */
export const PLAN_FILE_VERSION = 1
export const PLAN_FILE_TYPE = 'application/json'

/**
 * What a file holds at most. Own choice: a full plan with all its photos takes 29 MB, and `platform/photos` makes a photo of
 * at most 300 kB. `depth`: a corner of an area lies at 7; `values`: 300 areas of 500 corners are 450,000.
 */
export const PLAN_FILE_LIMITS = { bytes: 32_000_000, depth: 12, values: 700_000, photo: 600_000 } as const

/**
 * Why a file is refused, always whole. Besides those of JSON (`read-json.ts`): `notAPlanFile` = JSON of another kind ·
 * `newerVersion` = of a newer app · `brokenPlan` = `detail` names the field (`marks.3.kind`) · `brokenPhoto` = a photo is too
 * large (in bytes or when it is shown), no JPEG, missing or belongs to nothing; `detail` names it.
 */
export type PlanFileRefusal = JsonRefusal | 'notAPlanFile' | 'newerVersion' | 'brokenPlan' | 'brokenPhoto'

export type PlanFile = {
  readonly plan: Plan
  /** JPEG bytes by the id of the photo: one for each photo that a mark speaks of. */
  readonly photos: ReadonlyMap<string, Uint8Array>
  /** When the file was written, milliseconds since 1970, as its writer says. */
  readonly madeAt: number
}

/**
 * The file of a plan, as text in UTF-8. A mark whose photo is not in `photos` is written without it, so that the file never
 * speaks of what it does not hold.
 * @param now milliseconds since 1970
 */
export function writePlanFile(plan: Plan, photos: ReadonlyMap<string, Uint8Array>, now: number): string {
  const fits = new Set([...photos].flatMap(([id, bytes]) => (isSmallJpeg(bytes) ? [id] : [])))
  const marks = plan.marks.map((mark) =>
    mark.photo === null || fits.has(mark.photo.id) ? mark : { ...mark, photo: null },
  )
  const told = photosOf(marks).flatMap((id) => {
    const bytes = photos.get(id)
    return bytes === undefined ? [] : [[id, toBase64(bytes)] as const]
  })
  return JSON.stringify({
    format: 'minna-plan-file',
    version: PLAN_FILE_VERSION,
    madeAt: new Date(now).toISOString(),
    app: 'minna-hazard-map',
    plan: { ...plan, marks },
    photos: Object.fromEntries(told),
  })
}

const Container = v.strictObject({
  format: v.literal('minna-plan-file'),
  version: v.literal(PLAN_FILE_VERSION),
  madeAt: v.pipe(v.string(), v.maxLength(40), v.isoTimestamp()),
  app: v.pipe(v.string(), v.maxLength(80)),
  plan: v.unknown(),
  photos: v.pipe(
    v.unknown(),
    v.check((photos) => isPlain(photos) && Object.keys(photos).length <= MOST.photos),
  ),
})

/** Reads a file from anybody. Whole or not at all; the result holds copies of checked fields and nothing else. */
export function readPlanFile(bytes: Uint8Array): Result<PlanFile, PlanFileRefusal> {
  const json = readJson(bytes, PLAN_FILE_LIMITS)
  if (!json.ok) return json
  const version = versionOf(json.value)
  if (version === null) return refuse('notAPlanFile')
  if (version > PLAN_FILE_VERSION) return refuse('newerVersion', `file ${version}`)
  const container = v.safeParse(Container, json.value, { abortEarly: true })
  if (!container.success) return refuse('brokenPlan', v.getDotPath(container.issues[0]) ?? 'file')
  const plan = parsePlan(container.output.plan)
  if (!plan.ok) return refuse(PLAN_REASONS[plan.reason], plan.detail ?? 'plan')
  const photos = readPhotos(container.output.photos as Readonly<Record<string, unknown>>, plan.value)
  if (!photos.ok) return photos
  return ok({ plan: plan.value, photos: photos.value, madeAt: Date.parse(container.output.madeAt) || 0 })
}

const PLAN_REASONS = {
  notAPlan: 'brokenPlan',
  brokenPlan: 'brokenPlan',
  newerVersion: 'newerVersion',
} as const satisfies Record<PlanRefusal, PlanFileRefusal>

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The version of a file that says to be one of ours; null = it does not. */
function versionOf(value: unknown): number | null {
  if (!isPlain(value) || !Object.hasOwn(value, 'format') || !Object.hasOwn(value, 'version')) return null
  const { format, version } = value
  return format === 'minna-plan-file' && Number.isInteger(version) && (version as number) >= 1
    ? (version as number)
    : null
}

/** Exactly the photos that the plan speaks of, each a JPEG. */
function readPhotos(
  photos: Readonly<Record<string, unknown>>,
  plan: Plan,
): Result<ReadonlyMap<string, Uint8Array>, 'brokenPhoto'> {
  const wanted = photosOf(plan.marks)
  const stranger = Object.keys(photos).find((id) => !wanted.includes(id))
  if (stranger !== undefined) return refuse('brokenPhoto', stranger.slice(0, 16))
  const read = new Map<string, Uint8Array>()
  for (const id of wanted) {
    const bytes = Object.hasOwn(photos, id) ? readPhoto(photos[id]) : null
    if (bytes === null) return refuse('brokenPhoto', id)
    read.set(id, bytes)
  }
  return ok(read)
}

function readPhoto(text: unknown): Uint8Array | null {
  if (typeof text !== 'string' || text.length > Math.ceil(PLAN_FILE_LIMITS.photo / 3) * 4) return null
  const bytes = fromBase64(text)
  return bytes !== null && isSmallJpeg(bytes) ? bytes : null
}

/**
 * Begins as a JPEG does (SOI and a marker, ITU-T T.81 B.1.1.3), is as small as photos of plans are, and does not become
 * larger than they may be when it is shown.
 */
function isSmallJpeg(bytes: Uint8Array): boolean {
  if (bytes.length < 4 || bytes.length > PLAN_FILE_LIMITS.photo) return false
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return false
  const size = jpegSize(bytes)
  return size === null || Math.max(size.width, size.height) <= MOST.pixels
}

const photosOf = (marks: Plan['marks']): readonly string[] => [
  ...new Set(marks.flatMap(({ photo }) => photo?.id ?? [])),
]

/**
 * A file name for the plan that every system takes: what Windows and macOS forbid is left out.
 * @param ending with its dot: `.minna.json`
 */
export function planFileName(plan: Plan, ending: string): string {
  const kept = plan.name.replaceAll(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|\n]+/gu, ' ').replaceAll(/\s+/g, ' ')
  const name = cleanText(kept, 40).replace(/^[. ]+|[. ]+$/g, '')
  const isReserved = name === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name)
  return `${isReserved ? 'minna' : name}${ending}`
}
