import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEmptyPlan, anyPlan, aPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { bytesOf, spoilt, withoutPollution } from '#tests/support/spoilt-bytes.ts'
import { planText } from './normalise-plan.ts'
import { parsePlan } from './parse-plan.ts'
import { PLAN_FILE_LIMITS, planFileName, readPlanFile, writePlanFile } from './plan-file.ts'
import type { Plan } from './plan.ts'

const NOW = PLAN_MADE_AT + 1
const PHOTO = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9])
const ID = 'photo00000000001'

/** A JPEG of some bytes that says to be 65,535 pixels wide and high. */
const GIGANTIC = Buffer.from([
  0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0, 0xff, 0xd9,
]).toString('base64')

/** A photo for each mark that has one. */
const photosFor = (plan: Plan) =>
  new Map(plan.marks.flatMap(({ photo }, index) => (photo ? [[photo.id, photoOf(index)] as const] : [])))
const photoOf = (index: number) => new Uint8Array([...PHOTO, index])

const written = (plan: Plan): Uint8Array => bytesOf(writePlanFile(plan, photosFor(plan), NOW))

type Container = Record<string, unknown> & { plan: Record<string, unknown>; photos: Record<string, unknown> }

/** The bytes of a good file with something changed. */
const changed = (change: (file: Container) => void): Uint8Array => {
  const file = JSON.parse(writePlanFile(aPlan(), photosFor(aPlan()), NOW)) as Container
  change(file)
  return bytesOf(JSON.stringify(file))
}

const refusal = (bytes: Uint8Array) => {
  const read = readPlanFile(bytes)
  return read.ok ? 'read' : `${read.reason} ${read.detail ?? ''}`.trim()
}

describe('a plan comes back from its file', () => {
  it('whatever is in it, with its photos', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const read = readPlanFile(written(plan))
        expect(read).toEqual({ ok: true, value: { plan, photos: photosFor(plan), madeAt: NOW } })
        if (read.ok) expect(planText(read.value.plan)).toBe(planText(plan))
      }),
    )
  })

  it('without a photo that was not handed over, is too large or no JPEG', () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47])
    const large = new Uint8Array(PLAN_FILE_LIMITS.photo + 1).fill(0xff)
    large.set(PHOTO)
    for (const photos of [new Map(), new Map([[ID, png]]), new Map([[ID, large]])]) {
      const read = readPlanFile(bytesOf(writePlanFile(aPlan(), photos, NOW)))
      expect(read.ok && [read.value.plan.marks[0]?.photo, read.value.photos.size]).toEqual([null, 0])
    }
  })

  it('and holds no photo that no mark speaks of', () => {
    const file = writePlanFile(anEmptyPlan(), new Map([[ID, PHOTO]]), NOW)
    expect(file).not.toContain(ID)
  })

  it('is at its fullest still within the limits', () => {
    const photo = new Uint8Array(PLAN_FILE_LIMITS.photo).fill(7)
    photo.set(PHOTO)
    const ring = Array.from({ length: 500 }, (_, at): [number, number] => [
      -135.123456,
      -30.123456 + at / 1e6,
    ])
    const marks = Array.from({ length: 300 }, (_, index): Plan['marks'][number] => ({
      ...aPlan().marks[0]!,
      id: `m${index}`,
      shape: { type: 'area', ring },
      note: '避'.repeat(500),
      photo: index < 30 ? { id: `photo${String(index).padStart(11, '0')}`, width: 9, height: 9 } : null,
    }))
    const plan = aPlan({ marks })
    const photos = new Map(marks.flatMap((mark) => (mark.photo ? [[mark.photo.id, photo] as const] : [])))
    const read = readPlanFile(bytesOf(writePlanFile(plan, photos, NOW)))
    expect(read.ok && [read.value.photos.size, read.value.plan.marks.length]).toEqual([30, 300])
  })
})

describe('a file is refused whole', () => {
  it.each([
    ['another program’s', '{"type":"FeatureCollection","features":[]}', 'notAPlanFile'],
    ['a list', '[]', 'notAPlanFile'],
    ['a bare plan', JSON.stringify(anEmptyPlan()), 'notAPlanFile'],
    ['of a newer app', '{"format":"minna-plan-file","version":2,"else":1}', 'newerVersion file 2'],
    ['without a version', '{"format":"minna-plan-file"}', 'notAPlanFile'],
    ['of half a version', '{"format":"minna-plan-file","version":1.5}', 'notAPlanFile'],
    ['with nothing in it', '{"format":"minna-plan-file","version":1}', 'brokenPlan madeAt'],
  ])('%s', (_, text, expected) => {
    expect(refusal(bytesOf(text))).toBe(expected)
  })

  it.each<[string, (file: Container) => void, string]>([
    ['with a plan of a newer app', ({ plan }) => (plan['version'] = 2), 'newerVersion version 2'],
    ['with a field too much', (file) => (file['else'] = 1), 'brokenPlan else'],
    ['with a field too much in the plan', ({ plan }) => (plan['else'] = 1), 'brokenPlan else'],
    ['with no plan', (file) => (file['plan'] = null as never), 'brokenPlan plan'],
    ['made at no time', (file) => (file['madeAt'] = 'yesterday'), 'brokenPlan madeAt'],
    ['with a list of photos', (file) => (file.photos = [] as never), 'brokenPlan photos'],
    ['without a photo of its plan', (file) => (file.photos = {}), `brokenPhoto ${ID}`],
    ['with a photo of nobody', ({ photos }) => (photos['zzzz'] = photos[ID]), 'brokenPhoto zzzz'],
    ['with a PNG', ({ photos }) => (photos[ID] = 'iVBORw0KGgo='), `brokenPhoto ${ID}`],
    ['with half a sign of a JPEG', ({ photos }) => (photos[ID] = '/9gAAAAA'), `brokenPhoto ${ID}`],
    ['with the other half', ({ photos }) => (photos[ID] = '/wD/4AEC'), `brokenPhoto ${ID}`],
    ['with a data URL', ({ photos }) => (photos[ID] = 'data:image/jpeg;base64,/9j/'), `brokenPhoto ${ID}`],
    ['with spaces in a photo', ({ photos }) => (photos[ID] = '/9j/ 4AA'), `brokenPhoto ${ID}`],
    [
      'with a photo that is too large',
      ({ photos }) => (photos[ID] = `/9j/${'A'.repeat(8e5)}`),
      `brokenPhoto ${ID}`,
    ],
    ['with a photo that unpacks to gigabytes', ({ photos }) => (photos[ID] = GIGANTIC), `brokenPhoto ${ID}`],
    ['with a number for a photo', ({ photos }) => (photos[ID] = 5), `brokenPhoto ${ID}`],
    [
      'with a kind that there is not',
      ({ plan }) => ((plan['marks'] as { kind: string }[])[2]!.kind = 'x'),
      'brokenPlan marks.2.kind',
    ],
    ['with an id twice', ({ plan }) => ((plan['marks'] as { id: string }[])[2]!.id = 'i1'), 'brokenPlan ids'],
  ])('%s', (_, change, expected) => {
    expect(refusal(changed(change))).toBe(expected)
  })

  it.each(['plan', 'photos'])('with names of prototypes in %s', (where) => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const text = writePlanFile(anEmptyPlan(), new Map(), NOW)
      const bytes = bytesOf(
        text.replace(`"${where}":{`, `"${where}":{"${name}":{"spoilt":1}${where === 'plan' ? ',' : ''}`),
      )
      expect(withoutPollution(() => refusal(bytes))).toMatch(/^broken(Plan|Photo)/)
    }
  })

  it('with a number beyond all numbers', () => {
    const text = writePlanFile(aPlan(), photosFor(aPlan()), NOW).replace('135.0185', '1e999')
    expect(refusal(bytesOf(text))).toBe('brokenPlan places.0.at.0')
  })

  it('with a text of ten megabytes', () => {
    expect(refusal(changed(({ plan }) => (plan['name'] = 'あ'.repeat(3.4e6))))).toBe('brokenPlan name')
  })

  it('with a list of hundreds of thousands, by its length alone', () => {
    expect(refusal(changed(({ plan }) => (plan['kit'] = Array.from({ length: 6e5 }, () => 1))))).toBe(
      'brokenPlan kit',
    )
  })

  it('too large for anything', () => {
    expect(refusal(new Uint8Array(PLAN_FILE_LIMITS.bytes + 1).fill(32))).toBe('tooLarge 32000001')
  })
})

describe('whatever a file holds', () => {
  const good = written(aPlan())

  it('it is read as a valid plan or refused, and nothing is thrown or changed', () => {
    fc.assert(
      fc.property(fc.oneof(spoilt(good), fc.uint8Array(), fc.json().map(bytesOf)), (bytes) => {
        const read = withoutPollution(() => readPlanFile(bytes))
        if (read.ok) expect(parsePlan(structuredClone(read.value.plan)).ok).toBe(true)
        else expect(read.detail?.length ?? 0).toBeLessThan(200)
      }),
      { numRuns: 1500 },
    )
  })

  it('cut anywhere, it is refused', () => {
    fc.assert(
      fc.property(fc.nat({ max: good.length - 1 }), (length) => {
        expect(refusal(good.slice(0, length))).toMatch(/^(cutOff|empty|notText)/)
      }),
    )
  })

  it('any value in place of a part is a valid plan or refused', () => {
    const parts = ['plan', 'photos', 'madeAt', 'app', 'version', 'format'] as const
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.jsonValue(), (part, value) => {
        const read = readPlanFile(changed((file) => Object.assign(file, { [part]: value })))
        if (read.ok) expect(parsePlan(structuredClone(read.value.plan)).ok).toBe(true)
      }),
    )
  })
})

describe('the name of the file', () => {
  it.each([
    ['わが家', 'わが家.minna.json'],
    ['../../etc/passwd', 'etc passwd.minna.json'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.minna.json'],
    ['...', 'minna.minna.json'],
    ['CON', 'minna.minna.json'],
    ['two\nlines', 'two lines.minna.json'],
  ])('for %j is %j', (name, file) => {
    expect(planFileName(anEmptyPlan({ name }), '.minna.json')).toBe(file)
  })

  it('for any plan can be written by any system', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const name = planFileName(plan, '.gpx')
        expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}. ][^/\\:*?"<>|\p{Cc}]*\.gpx$/u)
        expect(bytesOf(name).length).toBeLessThan(255)
      }),
    )
  })
})
