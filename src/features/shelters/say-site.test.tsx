import { describe, expect, it } from 'vitest'
import { LANGUAGES, sayIn, wordsFor, type LanguageTag } from '#i18n/index.ts'
import { anArea, aSite } from '#tests/support/an-area.ts'
import { COMFORT } from '#tests/support/comfort.ts'
import type { Speech } from '../speech/index.ts'
import { saySite, saySites } from './say-site.ts'

const inZone = aSite({
  id: 'E1',
  name: { ja: '見本小学校', kana: 'ミホンショウガッコウ', en: 'Mihon School' },
  at: [135.02, 30.02],
})
const dry = aSite({ id: 'E2', name: { ja: '見本公園', kana: null, en: null }, at: [135.035, 30.035] })
const far = aSite({ id: 'E3', name: { ja: '遠い公園', kana: null, en: null }, at: [135.05, 30.05] })
const area = anArea({ sites: [inZone, dry, far] })
const HERE = [135.02, 30.021] as const

const hear = async (speech: Speech, tag: LanguageTag = 'en') =>
  speech(sayIn(await wordsFor(tag), tag, 'sites'))

describe('one site', () => {
  it('is its name, the way, what it is for, and beside it what the map shows there', async () => {
    const all = await hear(saySite(area, inZone, 'flood', HERE))
    expect(all[0]).toBe('Mihon School ([ja:{見本小学校|みほんしょうがっこう}])')
    expect(all[1]).toContain('to the south')
    expect(all[2]).toMatch(/flood/i)
    expect(all[3]).toContain('3 m to 5 m')
    expect(all.join(' ')).toContain('do not tell whether it is open now')
  })

  it('is open by the word of the city, where it says so', async () => {
    const sites = { ids: new Set([inZone.id]), at: 0, isOld: true }
    const all = await hear(saySite(area, inZone, 'flood', HERE, { opened: { sites, now: 0 } }))
    expect(all[2]).toBe('The city says that it is open (9:00).')
    expect(all[3]).toContain('This is old')
    expect(all.join(' ')).not.toContain('do not tell whether it is open now')
    const another = await hear(saySite(area, dry, 'flood', HERE, { opened: { sites, now: 0 } }))
    expect(another.join(' ')).not.toContain('says that it is open')
  })

  it('has no way where no place was chosen', async () => {
    expect((await hear(saySite(area, inZone, 'flood', null))).join(' ')).not.toContain('straight line')
  })
})

describe('the sites nearby', () => {
  it('are so many of each kind as are asked for, and a kind that is not there is said', async () => {
    const all = (await hear(saySites(area, HERE, 'flood', 2))).join('\n')
    expect(all).toContain('Mihon School')
    expect(all).toContain('見本公園')
    expect(all).not.toContain('遠い公園')
    expect(all).toContain('This list holds no sites.')
    expect(all).toContain('Everyone may use it')
  })

  it('that cannot be read are said so', async () => {
    const all = await hear(saySites(anArea({ sites: null }), HERE, 'flood', 2))
    expect(all.at(-1)).toContain('cannot be read')
  })

  it.each(LANGUAGES.map(({ tag }) => tag))('have all their words, and no comfort: %s', async (tag) => {
    const all = (await hear(saySites(area, HERE, 'earthquake', 3), tag)).join(' ')
    expect(all).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
    expect(all).not.toMatch(COMFORT)
  })
})

describe('on foot', () => {
  const length = { metres: 400, seconds: 400, zoneMetres: 0, unknownMetres: 0, perhapsClosedMetres: 0 }
  const walks = {
    question: '',
    to: new Map([
      ['E1', { ok: true, value: length } as const],
      ['E2', { ok: true, value: { ...length, seconds: 100 } } as const],
    ]),
    pace: 43,
    closures: null,
  }

  it('is told with its pace and what is known of closures, before the straight line', async () => {
    const all = await hear(saySite(area, inZone, 'flood', HERE, { onFoot: { walks, now: 0 } }))
    expect(all[1]).toBe('About 400 m on foot, about 7 min')
    expect(all[2]).toContain('to the south')
    expect(all.join(' ')).toContain('at 43 m a minute')
    expect(all.join(' ')).toContain('Nothing is known of closed roads.')
    const without = await hear(saySite(area, far, 'flood', HERE, { onFoot: { walks, now: 0 } }))
    expect(without.join(' ')).not.toContain('43')
  })

  it('is the order in which the sites are read', async () => {
    const all = await hear(saySites(area, HERE, 'flood', 2, { onFoot: { walks, now: 0 } }))
    const at = (name: string) => all.findIndex((one) => one.includes(name))
    expect(at('見本公園')).toBeLessThan(at('見本小学校'))
    expect(at('見本公園')).toBeGreaterThan(0)
    expect(all[1]).toContain('at 43 m a minute')
  })
})
