import { describe, expect, it } from 'vitest'
import type { FrontQuestion } from '#domain/routes/ways-question.ts'
import type { WayFinder } from '#platform/ports.ts'
import { aWayFinder } from '#tests/support/a-way-finder.ts'
import { at, park, school, temple, town } from '#tests/support/a-way-town.ts'
import { aManifest, anArea } from '#tests/support/an-area.ts'
import { askWays, chooseGoals, type Asked } from './ask-ways.ts'

const NOON = Date.parse('2026-07-01T12:00:00+09:00')
const MINUTE = 60_000
const series = {
  id: 'river',
  kind: 'flood' as const,
  scenario: 'max' as const,
  river: null,
  name: { ja: '見本川' },
  breach: null,
  file: 'river.bin.packed',
  source: 'a31a',
}
const area = anArea({ sites: [school, park, temple], manifest: aManifest({ series: [series] }) })

const asked = (changes: Partial<Asked> = {}, walker: Partial<Asked['walker']> = {}): Asked => ({
  area,
  at: at(0),
  hazard: 'flood',
  goals: chooseGoals(area, 'flood', null).goals,
  closures: null,
  night: false,
  walker: { profile: 'adult', manner: 'least', water: null, ...walker },
  now: NOON,
  readSeries: async () => null,
  ...changes,
})
const signal = new AbortController().signal

/** The real ways, and what was asked of them. */
function listening(): {
  readonly finder: WayFinder
  readonly manners: string[]
  readonly fronts: FrontQuestion[]
} {
  const real = aWayFinder(town)
  const [manners, fronts]: [string[], FrontQuestion[]] = [[], []]
  const finder: WayFinder = {
    ...real,
    waysFrom: (question, from, how) => {
      manners.push(question.manner)
      if (how.front !== undefined) fronts.push(how.front)
      return real.waysFrom(question, from, how)
    },
  }
  return { finder, manners, fronts }
}

describe('what is asked of the finder', () => {
  it('is never a way through zones for who never wants one', async () => {
    const { finder, manners } = listening()
    const answer = await askWays(finder, asked({}, { manner: 'avoid' }), signal)
    expect(answer).toMatchObject({ ok: true, value: { isLeast: false, quick: null } })
    expect(manners).toEqual(['avoid'])
  })

  it('is the way with the least of them where there is none without, and that is told', async () => {
    const { finder, manners } = listening()
    const goals = [{ id: 'school', at: school.at }]
    const answer = await askWays(finder, asked({ goals }, { manner: 'avoid' }), signal)
    expect(answer).toMatchObject({ ok: true, value: { isLeast: true } })
    expect(manners).toEqual(['avoid', 'least', 'quickest'])
  })

  it('is a front that has come nearer since it was assumed, and never one of the past', async () => {
    const { finder, fronts } = listening()
    const water = { kind: 'within', minutes: 30, at: NOON - 10 * MINUTE } as const
    await askWays(finder, asked({}, { water }), signal)
    expect(fronts[0]).toEqual({ kind: 'arrivesIn', hazards: ['flood'], seconds: 1200 })
    await askWays(finder, asked({ now: NOON + 60 * MINUTE }, { water }), signal)
    expect(fronts.at(-1)).toMatchObject({ seconds: 0 })
  })

  it('is no front for a hazard that is no water', async () => {
    const { finder, fronts } = listening()
    const water = { kind: 'within', minutes: 30, at: NOON } as const
    await askWays(finder, asked({ hazard: 'landslide' }, { water }), signal)
    expect(fronts).toEqual([])
  })

  it('tells that a computed flood is not here, and then no time', async () => {
    const { finder, fronts } = listening()
    const water = { kind: 'series', file: series.file, at: NOON } as const
    const answer = await askWays(finder, asked({}, { water }), signal)
    expect(answer).toMatchObject({ ok: true, value: { lacksSeries: true } })
    expect(answer.ok && answer.value.found.ways[0]?.leaveBy).toBeNull()
    expect(fronts).toEqual([])
  })

  it('ends with its signal', async () => {
    const job = new AbortController()
    job.abort(new Error('gone'))
    await expect(askWays(listening().finder, asked(), job.signal)).rejects.toThrow('gone')
  })
})

describe('where one may go', () => {
  it('is to a site that was chosen, whatever speaks against it', () => {
    const choice = chooseGoals(area, 'flood', 'temple')
    expect(choice.goals.map(({ id }) => id)).toEqual(['temple'])
    expect(choice.wanted).toMatchObject({ bar: 'notSaid' })
  })

  it('is to all others when the chosen one is not in the list', () => {
    expect(chooseGoals(area, 'flood', 'gone').goals.map(({ id }) => id)).toEqual(['park', 'school'])
  })
})
