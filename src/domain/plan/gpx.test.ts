import fc from 'fast-check'
import { parseXml } from '@rgrove/parse-xml'
import { describe, expect, it } from 'vitest'
import { aMark, anEmptyPlan, anyPlan, aPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { bytesOf, spoilt, withoutPollution } from '#tests/support/spoilt-bytes.ts'
import { leapsOver } from './foreign-things.ts'
import { readGpx, writeGpx } from './gpx.ts'
import { parsePlan } from './parse-plan.ts'

const NOW = PLAN_MADE_AT
const words = ({ list, kind }: { list: string; kind: string }) => `[${list} ${kind}]`
const gpx = (inside: string) =>
  `<?xml version="1.0"?>\n<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${inside}</gpx>`
const points = (tag: string, ...at: (readonly [number, number])[]) =>
  at.map(([lng, lat]) => `<${tag} lat="${lat}" lon="${lng}"/>`).join('')

const refusal = (text: string) => {
  const things = readGpx(bytesOf(text), NOW)
  return things.ok ? 'read' : `${things.reason} ${things.detail ?? ''}`.trim()
}

describe('routes and marks of a plan', () => {
  it('come back from GPX, with their names', () => {
    fc.assert(
      fc.property(anyPlan, (any) => {
        const plan = { ...any, routes: any.routes.filter(({ line }) => !leapsOver(line)) }
        const spots = plan.marks.filter(({ shape }) => shape.type === 'point')
        const goals = plan.destinations.filter(({ at }) => at !== null).length
        fc.pre(plan.routes.length + spots.length + goals > 0)
        const things = readGpx(bytesOf(writeGpx(plan, words)), NOW)
        if (!things.ok) throw new Error(`${things.reason} ${things.detail ?? ''}`)
        expect(things.value.routes.map(({ line }) => line)).toEqual(plan.routes.map(({ line }) => line))
        const told = things.value.marks.slice(goals)
        expect(told.map(({ kind, shape }) => ({ kind, shape }))).toEqual(
          spots.map(({ kind, shape }) => ({ kind, shape })),
        )
        const names = [...spots, ...plan.routes].map(({ name }) => name)
        const read = [...told, ...things.value.routes].map(({ name }) => name)
        names.forEach((name, index) => {
          if (name === '') expect(read[index]).toMatch(/^$|^\[/)
          else expect(read[index]).toBe(name.replaceAll(/\s+/gu, ' ').trim())
        })
      }),
    )
  })

  it('stand in GPX 1.1 with markup as text', () => {
    const plan = anEmptyPlan({ marks: [aMark({ name: `<b>&"'`, note: ']]>' })] })
    const text = writeGpx(plan, words)
    expect(text).toContain('<name>&lt;b&gt;&amp;&quot;&apos;</name><desc>]]&gt;</desc>')
    expect(text).toContain(
      '<gpx version="1.1" creator="minna-hazard-map" xmlns="http://www.topografix.com/GPX/1/1">',
    )
    expect(writeGpx(aPlan(), words)).toContain(
      '<wpt lat="30.006100" lon="135.020100"><name>駅の地下道</name>',
    )
  })

  it('are well-formed whatever the plan says, and without exponents', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const text = writeGpx(plan, words)
        expect(() => parseXml(text)).not.toThrow()
        expect(text).not.toMatch(/(lat|lon)="[^"]*e/)
      }),
    )
  })
})

describe('GPX of another program', () => {
  it('gives a route for each route and each piece of a track, and a mark for each waypoint', () => {
    const line = [
      [130.1, 33.1],
      [130.2, 33.2],
    ] as const
    const text = gpx(
      `<wpt lat="33.1" lon="130.1"><ele>4</ele><name>AED</name><cmt>in the hall</cmt><extensions><x:y xmlns:x="z">1</x:y></extensions></wpt>` +
        `<rte><name>to school</name>${points('rtept', ...line)}</rte>` +
        `<trk><name>drill</name><trkseg>${points('trkpt', ...line)}</trkseg><trkseg>${points('trkpt', line[0])}</trkseg><trkseg/></trk>`,
    )
    const things = readGpx(bytesOf(text), NOW, 'aed')
    expect(things).toEqual({
      ok: true,
      value: {
        marks: [
          {
            kind: 'aed',
            name: 'AED',
            note: 'in the hall',
            by: '',
            addedAt: NOW,
            photo: null,
            shape: { type: 'point', at: [130.1, 33.1] },
          },
        ],
        routes: ['to school', 'drill'].map((name) => ({
          name,
          note: '',
          by: '',
          addedAt: NOW,
          destination: null,
          line: [...line],
        })),
        thinned: 0,
        left: { things: 2, fields: 0, holes: 0, texts: 0 },
      },
    })
  })

  it('may have a prefix, an older version and a byte order mark', () => {
    const text =
      '<g:gpx version="1.0" xmlns:g="http://www.topografix.com/GPX/1/0"><g:wpt lat="1" lon="2"/></g:gpx>'
    expect(refusal(`\ufeff${text}`)).toBe('read')
  })

  it('has a long track thinned, and says so', () => {
    const track = Array.from(
      { length: 5000 },
      (_, at) => [130 + at / 1e5, 33 + Math.sin(at / 100) / 1e3] as const,
    )
    const things = readGpx(bytesOf(gpx(`<trk><trkseg>${points('trkpt', ...track)}</trkseg></trk>`)), NOW)
    if (!things.ok) throw new Error(things.reason)
    expect(things.value.routes[0]?.line.length).toBeLessThanOrEqual(500)
    expect(things.value.thinned).toBeGreaterThan(0)
  })

  it.each<[string, string, string]>([
    ['nothing', '', 'empty'],
    ['a sign-in page', '<!doctype html><title>Login</title>', 'webPage'],
    ['JSON', '{"type":"FeatureCollection"}', 'notXml 1'],
    ['a cut file', gpx('<rte>').slice(0, -6), 'notXml 2'],
    ['other XML', '<kml/>', 'notGpx'],
    ['a document type', `<!DOCTYPE gpx SYSTEM "file:///etc/passwd">${gpx('').slice(22)}`, 'doctype'],
    [
      'entities of its own',
      `<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${gpx('<wpt lat="1" lon="1"><name>&b;</name></wpt>').slice(22)}`,
      'notXml 1',
    ],
    ['an unknown entity', gpx('<wpt lat="1" lon="1"><name>&bogus;</name></wpt>'), 'notXml 2'],
    ['nothing in it', gpx(''), 'nothingInIt'],
    ['a waypoint without a place', gpx('<wpt lat="1" lon="1"/><wpt lat="1"/>'), 'badPosition wpt 2'],
    ['a place in hexadecimal', gpx('<wpt lat="0x1" lon="1"/>'), 'badPosition wpt 1'],
    ['an empty place', gpx('<wpt lat="" lon="1"/>'), 'badPosition wpt 1'],
    [
      'a latitude beyond the pole',
      gpx(`<rte>${points('rtept', [1, 1], [1, 91])}</rte>`),
      'badPosition rte 1',
    ],
    ['a number beyond all numbers', gpx('<wpt lat="1e999" lon="1"/>'), 'badPosition wpt 1'],
    [
      'a leap over 180°',
      gpx(`<trk><trkseg>${points('trkpt', [179, 1], [-179, 1])}</trkseg></trk>`),
      'acrossAntimeridian trk 1',
    ],
    ['too many waypoints', gpx('<wpt lat="1" lon="1"/>'.repeat(301)), 'tooMany marks'],
    [
      'a track that never ends',
      gpx(`<trk><trkseg>${'<trkpt lat="1" lon="1"/>'.repeat(50_001)}</trkseg></trk>`),
      'tooLong trk 1',
    ],
    ['more tags than are looked at', gpx('<a/>'.repeat(600_000)), 'tooMuch'],
    ['nesting without end', `<gpx>${'<a>'.repeat(1e5)}`, 'notXml'],
  ])('is refused whole: %s', (_, text, expected) => {
    expect(refusal(text)).toBe(expected)
  })

  it('is refused in another encoding', () => {
    expect(readGpx(new Uint8Array(Buffer.from(`\ufeff${gpx('')}`, 'utf16le')), NOW)).toMatchObject({
      reason: 'notText',
    })
  })
})

it('what is read of anything makes a valid plan, and nothing is thrown or changed', () => {
  const good = bytesOf(writeGpx(aPlan(), words))
  fc.assert(
    fc.property(fc.oneof(spoilt(good), fc.string().map(gpx).map(bytesOf), fc.uint8Array()), (bytes) => {
      const things = withoutPollution(() => readGpx(bytes, NOW))
      if (!things.ok) return
      const plan = anEmptyPlan({
        marks: things.value.marks.map((mark, index) => ({ ...mark, id: `m${index}` })),
        routes: things.value.routes.map((route, index) => ({ ...route, id: `r${index}` })),
      })
      expect(parsePlan(structuredClone(plan)).ok).toBe(true)
    }),
    { numRuns: 1500 },
  )
})
