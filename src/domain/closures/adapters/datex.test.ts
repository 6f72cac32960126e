import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { bytesOf, spoilt, withoutPollution } from '#tests/support/spoilt-bytes.ts'
import { writeFeed } from '../write-feed.ts'
import { readDatex } from './datex.ts'
import type { Origin } from './imported.ts'

/** Messages that the Finnish road office publishes, where they lie beside the mirror of the official files. */
const EXAMPLES = resolve(process.env['MIRROR'] ?? '../shared/mirror', '../data/closures/datex2')
const HAS_EXAMPLES = existsSync(EXAMPLES)

const ORIGIN: Origin = { source: { kind: 'import', name: 'DATEX II', url: null }, now: FEED_ISSUED }

const POINTS =
  '<pointByCoordinates><pointCoordinates><latitude>33.1</latitude><longitude>130.1</longitude></pointCoordinates></pointByCoordinates>'
const LINE = '<gmlLineString><posList>33.1 130.1 33.2 130.2</posList></gmlLineString>'
const VALIDITY =
  '<validity><validityStatus>active</validityStatus><validityTimeSpecification><overallStartTime>2026-07-01T00:30:00Z</overallStartTime></validityTimeSpecification></validity>'

const record = (inside: string, kind = 'roadClosed', place = LINE) =>
  `<situationRecord id="r1" version="1" xsi:type="RoadOrCarriagewayOrLaneManagement"><situationRecordVersionTime>2026-07-01T00:25:00.000Z</situationRecordVersionTime><probabilityOfOccurrence>certain</probabilityOfOccurrence>${VALIDITY}<groupOfLocations xsi:type="Linear">${place}</groupOfLocations>${inside}<roadOrCarriagewayOrLaneManagementType>${kind}</roadOrCarriagewayOrLaneManagementType></situationRecord>`
const publication = (...records: string[]) =>
  `<?xml version="1.0"?><d2LogicalModel xmlns="http://datex2.eu/schema/2/2_0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><payloadPublication xsi:type="SituationPublication" lang="ja"><situation id="s1">${records.join('')}</situation></payloadPublication></d2LogicalModel>`
const read = (text: string) => readDatex(bytesOf(text), ORIGIN)
const first = (text: string) => {
  const found = read(text)
  return found.ok
    ? (found.value.closures[0] ?? found.value.left[0]?.why)
    : `${found.reason} ${found.detail ?? ''}`.trim()
}

describe('a situation', () => {
  it('with a closed road is a closure, latitude first in its list', () => {
    const comment =
      '<generalPublicComment><comment><values><value lang="ja">冠水\n  通行止め</value></values></comment></generalPublicComment>'
    const water = '<cause><causeType>flooding</causeType></cause>'
    expect(first(publication(record(comment + water)))).toMatchObject({
      id: 'r1',
      shape: {
        kind: 'line',
        lines: [
          [
            [130.1, 33.1],
            [130.2, 33.2],
          ],
        ],
      },
      state: 'closed',
      status: 'active',
      reason: 'flooding',
      start: FEED_ISSUED,
      end: null,
      access: { foot: null, car: false, truck: false },
      title: { ja: '冠水 通行止め' },
      confidence: 'confirmed',
      updated: FEED_ISSUED - 300_000,
    })
  })

  it('of version 3 with its prefixes is read too', () => {
    const text = publication(record('', 'roadClosed', POINTS))
      .replaceAll(/<(\/?)(situation\w*|validity\b|groupOfLocations|roadOr\w+)/g, '<$1sit:$2')
      .replaceAll('sit:groupOfLocations', 'sit:locationReference')
      .replaceAll('xsi:type="Road', 'xsi:type="sit:Road')
      .replace('d2LogicalModel xmlns=', 'd2:payload xsi:type="sit:SituationPublication" xmlns=')
      .replace('</d2LogicalModel>', '</d2:payload>')
      .replace(/<payloadPublication[^>]*>/, '')
      .replace('</payloadPublication>', '')
    expect(first(text)).toMatchObject({ shape: { kind: 'point', at: [130.1, 33.1] } })
  })

  it.each([
    ['carriagewayClosures', 'closed'],
    ['laneClosures', 'one_lane'],
    ['singleAlternateLineTraffic', 'one_lane'],
    ['intermittentShortTermClosures', 'restricted'],
  ])('of the kind %s is %s', (kind, state) => {
    expect(first(publication(record('', kind)))).toMatchObject({ state })
  })

  it('closed for heavy vehicles only is a restriction', () => {
    const heavy =
      '<forVehiclesWithCharacteristicsOf><grossWeightCharacteristic/></forVehiclesWithCharacteristicsOf>'
    expect(first(publication(record(heavy)))).toMatchObject({
      state: 'restricted',
      access: { truck: false, car: null },
    })
  })

  it('takes its place and its reason from another record of the same situation', () => {
    const works = record('', 'x', POINTS)
      .replace('RoadOrCarriagewayOrLaneManagement', 'MaintenanceWorks')
      .replace('r1', 'r0')
    const found = read(publication(works, record('', 'roadClosed', '')))
    expect(found.ok && found.value.closures[0]).toMatchObject({
      id: 'r1',
      shape: { kind: 'point' },
      reason: 'construction',
    })
    expect(found.ok && found.value.left).toEqual([{ id: 'r0', why: 'notAClosure' }])
  })

  it.each([
    ['a place in a location table', record('', 'roadClosed', '<alertCLinear/>'), 'noPlace'],
    ['half a list', record('', 'roadClosed', LINE.replace(' 130.2', '')), 'noPlace'],
    [
      'a list with longitude first',
      record('', 'roadClosed', '<posList>130.1 33.1 130.2 33.2</posList>'),
      'noPlace',
    ],
    [
      'a cancelled closure',
      record('<management><lifeCycleManagement><cancel>true</cancel></lifeCycleManagement></management>'),
      'notAClosure',
    ],
    ['another kind', record('', 'contraflow'), 'notAClosure'],
    ['a kind of a prototype', record('', 'constructor'), 'notAClosure'],
  ])('with %s is left out and told', (_, text, why) => {
    expect(first(publication(text))).toBe(why)
  })

  it.each([
    ['no XML', '{"a":1}', /^notXml/],
    ['a web page', '<!DOCTYPE html><html>', /^webPage/],
    ['other XML', '<gpx/>', /^notThisFormat gpx/],
    [
      'a document type',
      `<!DOCTYPE x [<!ENTITY a "b">]>${publication(record('')).replace('<?xml version="1.0"?>', '')}`,
      /^doctype/,
    ],
    ['an entity', publication(record('&bogus;')), /^notXml/],
    [
      'no start',
      publication(record('')).replace('2026-07-01T00:30:00Z', 'START_DATE_TIME'),
      /^badRecord r1 overallStartTime$/,
    ],
    [
      'no SituationPublication',
      publication(record('')).replace('SituationPublication', 'MeasuredDataPublication'),
      /^notThisFormat/,
    ],
  ])('is refused: %s', (_, text, expected) => {
    expect(first(text)).toMatch(expected)
  })

  it('with faults is refused, or makes closures that can be issued; nothing is thrown or changed', () => {
    const good = bytesOf(publication(record('', 'laneClosures', POINTS), record('').replace('r1', 'r2')))
    fc.assert(
      fc.property(spoilt(good), (bytes) => {
        const found = withoutPollution(() => readDatex(bytes, ORIGIN))
        if (found.ok) expect(writeFeed(aFeed({ closures: found.value.closures }))).toMatchObject({ ok: true })
      }),
      { numRuns: 1000 },
    )
  })

  it('nested without end is refused, and does not bring the program down', () => {
    expect(first(`<a>${'<b>'.repeat(50_000)}`)).toMatch(/^notXml/)
  })
})

describe.skipIf(!HAS_EXAMPLES)(`the published messages (skipped where ${EXAMPLES} is not there)`, () => {
  const leftIn = (name: string) => {
    const found = readDatex(readFileSync(join(EXAMPLES, name)), ORIGIN)
    if (!found.ok) return `${found.reason} ${found.detail ?? ''}`
    expect(found.value.closures).toEqual([])
    return found.value.left.map(({ id, why }) => `${id} ${why}`)
  }

  it('name their places in a location table, so their closures are told as unplaced', () => {
    expect(leftIn('d2_2019-12-13_roadClosed.xml')).toContain('GUID5036974001 noPlace')
    expect(leftIn('Datex2_2017-08-10-15-59-34-896.xml')).toEqual([
      'GUID5001357701 notAClosure',
      'GUID5001357702 notAClosure',
      'GUID5001357703 noPlace',
    ])
    expect(leftIn('InfoXML_2016-10-30-16-30-29-783.xml')).toContain('GUID5000653402 noPlace')
  })

  it('of version 3 are read', () => {
    expect(leftIn('v3.5_GUID50459771.xml')).toEqual(['GUID5046248001 notAClosure'])
  })

  it('that are templates without times are refused by name', () => {
    expect(leftIn('d2Message_WEIGHT_RESTRICTION.xml')).toBe('badRecord GUID1000000301 overallStartTime')
  })
})
