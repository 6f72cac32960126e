import { describe, expect, it } from 'vitest'
import { PLAN_FILE_LIMITS, writePlanFile } from '#domain/plan/plan-file.ts'
import { writeGeoJson } from '#domain/plan/geojson.ts'
import { writeGpx } from '#domain/plan/gpx.ts'
import { nextIds } from '#domain/plan/edits/next-id.ts'
import { aPlan, anEmptyPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { makePlanFile } from './make-file.ts'
import { formatOf, readReceivedFile } from './received-content.ts'
import { addThings } from './take-things.ts'

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const PHOTO = 'photo00000000001'
const file = (name: string, text: BlobPart) => new File([text], name)
const read = (one: File) => readReceivedFile(one, PLAN_MADE_AT)
const noProgress = () => undefined

describe('a file that was saved', () => {
  it('is read back whole, photos and all', async () => {
    const made = await makePlanFile(
      aPlan(),
      async (id) => (id === PHOTO ? new Blob([JPEG]) : null),
      PLAN_MADE_AT,
      new AbortController().signal,
      noProgress,
    )
    const content = await read(new File([made?.content ?? ''], 'わが家.minna.json'))
    if (!content.ok || content.value.type !== 'plan') throw new Error('not read')
    expect(content.value.plan).toEqual(aPlan())
    expect([...content.value.photos.keys()]).toEqual([PHOTO])
    expect(new Uint8Array((await content.value.photos.get(PHOTO)?.arrayBuffer()) ?? [])).toEqual(JPEG)
    expect(made?.missing).toBe(0)
  })

  it('tells how many photos are gone, stops when asked, and says how far it is', async () => {
    const told: unknown[] = []
    const job = new AbortController()
    const gone = await makePlanFile(
      aPlan(),
      async () => null,
      0,
      job.signal,
      (one) => told.push(one),
    )
    expect(gone?.missing).toBe(1)
    expect(told).toEqual([{ done: 0, total: 1 }])
    const stopped = makePlanFile(
      aPlan(),
      async () => (job.abort(), new Blob([JPEG])),
      0,
      job.signal,
      noProgress,
    )
    expect(await stopped).toBeNull()
  })
})

describe('a file from anybody', () => {
  it('is read by its ending', () => {
    expect(['a.gpx', 'A.GPX', 'a.geojson', 'a.json', 'a.minna.json', 'a'].map(formatOf)).toEqual([
      'gpx',
      'gpx',
      'geojson',
      'plan',
      'plan',
      'plan',
    ])
  })

  it('gives marks and routes of other programs, under the ending .json too', async () => {
    const words = () => 'x'
    for (const [name, text, marks] of [
      ['a.geojson', writeGeoJson(aPlan(), words), 3],
      ['a.json', writeGeoJson(aPlan(), words), 3],
      ['a.gpx', writeGpx(aPlan(), words), 4],
    ] as const) {
      const content = await read(file(name, text))
      if (!content.ok || content.value.type !== 'things') throw new Error(`${name} was not read`)
      expect(content.value.things.routes).toHaveLength(1)
      expect(content.value.things.marks.length, name).toBeGreaterThanOrEqual(2)
      expect(content.value.things.marks.length, name).toBeLessThanOrEqual(marks)
    }
  })

  it('is refused with its name, what was expected, and why', async () => {
    for (const [name, text, why, expected] of [
      ['a.minna.json', '', 'empty', 'plan'],
      ['a.minna.json', '{"a":1}', 'notAPlanFile', 'plan'],
      ['a.minna.json', '<!doctype html><p>', 'webPage', 'plan'],
      ['a.minna.json', writePlanFile(anEmptyPlan(), new Map(), 0).slice(0, 80), 'cutOff', 'plan'],
      ['a.gpx', '<kml/>', 'notGpx', 'gpx'],
      ['a.geojson', '[]', 'notGeoJson', 'geojson'],
    ] as const)
      expect(await read(file(name, text))).toMatchObject({
        ok: false,
        refusal: { type: 'file', file: name, why, expected },
      })
  })

  it('is not even opened when it is larger than any plan', async () => {
    const huge = { name: 'a.json', size: PLAN_FILE_LIMITS.bytes + 1, arrayBuffer: () => Promise.reject() }
    expect(await read(huge as unknown as File)).toMatchObject({ refusal: { why: 'tooLarge' } })
    const gone = { name: 'a.json', size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) }
    expect(await read(gone as unknown as File)).toMatchObject({ refusal: { why: 'unreadable' } })
  })
})

describe('things of other programs', () => {
  it('come behind mine under ids of their own, all or nothing', () => {
    const { marks, routes } = aPlan()
    const withoutId = <T extends { readonly id: string }>({ id: _, ...rest }: T): Omit<T, 'id'> => rest
    const things = { marks: marks.map(withoutId), routes: routes.map(withoutId) }
    const added = addThings(things)(aPlan(), PLAN_MADE_AT + 1)
    if (!added.ok) throw new Error(added.reason)
    expect(added.value.marks.slice(0, 3)).toEqual(marks)
    expect([...added.value.marks.slice(3), ...added.value.routes.slice(1)].map(({ id }) => id)).toEqual(
      nextIds(aPlan(), 4),
    )
    const many = { marks: Array.from({ length: 299 }, () => things.marks[0] ?? never()), routes: [] }
    expect(addThings(many)(aPlan(), 0)).toMatchObject({ ok: false, reason: 'full' })
  })
})

const never = (): never => {
  throw new Error('no mark')
}
