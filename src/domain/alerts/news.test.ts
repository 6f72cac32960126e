import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anAlert, anyAlertFeed } from '#tests/support/an-alert.ts'
import type { Alert } from './alert.ts'
import { newsIn, type Told } from './news.ts'

const NOTHING: Told = new Map()
const ids = (alerts: readonly Alert[]) => alerts.map(({ id }) => id)

/** What a person is told who sees these lists of orders one after the other. */
function tell(...lists: readonly (readonly Alert[])[]) {
  let told = NOTHING
  return lists.map((alerts) => {
    const news = newsIn(told, '41207', alerts)
    told = news.told
    return { raised: ids(news.raised), lifted: ids(news.lifted) }
  })
}

describe('an order', () => {
  it('is told once, and again when it is raised', () => {
    const [low, high] = [anAlert({ level: 3 }), anAlert({ level: 5 })]
    expect(tell([low], [low], [high], [high], [low]).map(({ raised }) => raised)).toEqual([
      ['a-1'],
      [],
      ['a-1'],
      [],
      [],
    ])
  })

  it('that was told is told again when it is lifted, once; another is not', () => {
    const lifted = anAlert({ lifted: 1 })
    expect(tell([anAlert()], [lifted], [lifted]).map((one) => one.lifted)).toEqual([[], ['a-1'], []])
    expect(tell([lifted])).toEqual([{ raised: [], lifted: [] }])
  })

  it('that comes back is new', () => {
    expect(tell([anAlert()], [anAlert({ lifted: 1 })], [anAlert()])[2]?.raised).toEqual(['a-1'])
  })

  it('of another city is another', () => {
    const { told } = newsIn(NOTHING, '41207', [anAlert()])
    expect(ids(newsIn(told, '99201', [anAlert()]).raised)).toEqual(['a-1'])
  })

  it('whatever comes: nothing that was told at its level is told twice in a row', () => {
    fc.assert(
      fc.property(anyAlertFeed, ({ alerts }) => {
        const [first, second] = tell(alerts, alerts)
        expect(first?.raised).toEqual(ids(alerts.filter(({ lifted }) => lifted === null)))
        expect(second).toEqual({ raised: [], lifted: [] })
      }),
    )
  })
})
