import { parseXml } from '@rgrove/parse-xml'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure, anyClosure } from '#tests/support/a-closure.ts'
import { incidentsOf, writeCifsJson, writeCifsXml } from './cifs.ts'

describe('an incident', () => {
  it('of a closed road tells latitude before longitude, and no end where none is known', () => {
    expect(incidentsOf([aClosure()])).toEqual({
      incidents: [
        {
          id: '2026-0012',
          type: 'ROAD_CLOSED',
          subtype: 'ROAD_CLOSED_HAZARD',
          polyline: '33.105200 130.098500 33.106000 130.100200',
          street: '市道見本線',
          direction: 'BOTH_DIRECTIONS',
          starttime: '2026-07-01T08:30:00+09:00',
          description: '冠水により全面通行止め',
          updatetime: '2026-07-01T09:25:00+09:00',
        },
      ],
      left: [],
    })
  })

  it('of one direction runs with the traffic', () => {
    expect(incidentsOf([aClosure({ direction: 'backward' })]).incidents[0]).toMatchObject({
      polyline: '33.106000 130.100200 33.105200 130.098500',
      direction: 'ONE_DIRECTION',
    })
  })

  it.each([
    [aClosure({ reason: 'construction' }), 'ROAD_CLOSED ROAD_CLOSED_CONSTRUCTION'],
    [aClosure({ reason: 'event' }), 'ROAD_CLOSED ROAD_CLOSED_EVENT'],
    [aClosure({ state: 'one_lane' }), 'HAZARD HAZARD_WEATHER_FLOOD'],
    [aClosure({ shape: { kind: 'point', at: [130, 33] } }), 'HAZARD HAZARD_WEATHER_FLOOD'],
    [aClosure({ access: { ...aClosure().access, car: true }, reason: 'other' }), 'HAZARD HAZARD_ON_ROAD'],
  ])('has the type that drivers need (%#)', (closure, expected) => {
    const [incident] = incidentsOf([closure]).incidents
    expect(`${incident?.type} ${incident?.subtype}`).toBe(expected)
  })

  it('is not made of what is lifted, unconfirmed, an area, or has no street, and that is told', () => {
    const closures = [
      aClosure({ id: 'a', status: 'lifted' }),
      aClosure({ id: 'b', status: 'unconfirmed' }),
      aClosure({ id: 'c', road: null }),
      aClosure({
        id: 'd',
        shape: {
          kind: 'area',
          rings: [
            [
              [130, 33],
              [131, 33],
              [131, 34],
              [130, 33],
            ],
          ],
        },
      }),
    ]
    expect(incidentsOf(closures)).toEqual({
      incidents: [],
      left: [
        { id: 'a', why: 'notAClosure' },
        { id: 'b', why: 'notAClosure' },
        { id: 'c', why: 'noPlace' },
        { id: 'd', why: 'noPlace' },
      ],
    })
  })
})

describe('the file', () => {
  it('is well-formed whatever the closures tell, and XML and JSON tell the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyClosure, { maxLength: 4, selector: ({ id }) => id }), (closures) => {
        const found = incidentsOf(closures)
        const json = JSON.parse(writeCifsJson(found)) as {
          incidents: { incident: { id: string; street: string; polyline: string } }[]
        }
        const { root } = parseXml(writeCifsXml(found))
        const told = (root?.children ?? []).filter((one) => 'name' in one)
        expect(told).toHaveLength(json.incidents.length)
        for (const [index, { incident }] of json.incidents.entries()) {
          const element = told[index]?.toJSON() as { attributes: { id: string } }
          expect(element.attributes.id).toBe(incident.id)
          const numbers = incident.polyline.split(' ').map(Number)
          for (let at = 0; at < numbers.length; at += 2) {
            expect(numbers[at]).toBeLessThan(46)
            expect(numbers[at + 1]).toBeGreaterThan(122)
          }
        }
      }),
    )
  })

  it('holds no markup of a title', () => {
    const text = writeCifsXml(incidentsOf([aClosure({ title: { ja: '</description><x a="1">&' } })]))
    expect(text).toContain('&lt;/description&gt;&lt;x a=&quot;1&quot;&gt;&amp;')
  })
})
