import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure, anyClosure, anyPosition, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { bytesOf, spoilt, withoutPollution } from '#tests/support/spoilt-bytes.ts'
import { aFeed } from '#tests/support/a-closure.ts'
import { CLOSURE_REASONS, type Closure } from '../closure.ts'
import { writeFeed } from '../write-feed.ts'
import { CSV_COLUMNS, readClosuresCsv, writeClosuresCsv } from './closures-csv.ts'
import { NOTHING_KNOWN, type Origin } from './imported.ts'
import { guessReason, readReason, readState, writeReason } from './japanese-words.ts'

const ORIGIN: Origin = { source: { kind: 'city', name: '見本市', url: null }, now: FEED_ISSUED }
const HEAD = CSV_COLUMNS.join(',')
const ROW = '1,全面通行止,冠水,2026-07-01 09:30,,市道見本線,一丁目,二丁目,33.1,130.1,33.2,130.2,不可,,建設課,'

const read = (text: string) => readClosuresCsv(bytesOf(text), ORIGIN)
const one = (text: string): Closure => {
  const found = read(text)
  const closure = found.ok ? found.value.closures[0] : undefined
  if (closure === undefined) throw new Error(found.ok ? 'nothing' : `${found.reason} ${found.detail ?? ''}`)
  return closure
}
const refusal = (text: string) => {
  const found = read(text)
  return found.ok ? 'read' : `${found.reason} ${found.detail ?? ''}`.trim()
}
/** The row with one field changed, by its column. */
const withCell = (column: (typeof CSV_COLUMNS)[number], cell: string) => {
  const fields = ROW.split(',')
  fields[CSV_COLUMNS.indexOf(column)] = cell
  return `${HEAD}\n${fields.join(',')}`
}

describe('a table of closures', () => {
  it('is read', () => {
    expect(one(`${HEAD}\n${ROW}`)).toEqual({
      id: '1',
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
      direction: 'both',
      access: { ...NOTHING_KNOWN, foot: false },
      depth: null,
      road: { name: '市道見本線', ref: null, class: 'unknown', from: '一丁目', to: '二丁目' },
      title: {},
      detour: {},
      source: { kind: 'city', name: '建設課', url: null },
      confidence: 'official',
      updated: FEED_ISSUED,
      checked: null,
    })
  })

  it('may have a byte order mark, CRLF, wide letters, quotes, empty rows, and its columns in any order', () => {
    expect(refusal(`\uFEFF${HEAD}\r\n\r\n${ROW}\r\n,,,,,,,,,,,,,,,\r\n`)).toBe('read')
    expect(refusal(`${HEAD.replace('緯度1', '緯度１').replace('id', 'ｉｄ')}\n${ROW}`)).toBe('read')
    expect(
      one('"経度1","緯度1",開始,状態,id\n130.1,33.1,2026/7/1 9:30,"片側交互通行","a ""b"""'),
    ).toMatchObject({
      id: 'a-b-',
      state: 'one_lane',
      reason: 'unknown',
      shape: { kind: 'point', at: [130.1, 33.1] },
    })
  })

  it.each([
    ['2026-07-01 09:30', FEED_ISSUED],
    ['2026/7/1 9:30', FEED_ISSUED],
    ['2026年7月1日 9:30', FEED_ISSUED],
    ['２０２６／７／１　９：３０', FEED_ISSUED],
    ['2026-07-01T00:30:00Z', FEED_ISSUED],
    ['2026/7/1', FEED_ISSUED - 9.5 * 3_600_000],
  ])('reads the start %s', (text, time) => {
    expect(one(withCell('開始', text)).start).toBe(time)
  })

  it('takes an end without an hour for the end of that day, and none as until further notice', () => {
    expect(one(withCell('終了', '2026/7/1')).end).toBe(FEED_ISSUED + 14.5 * 3_600_000)
    expect(one(withCell('終了', '当面の間')).end).toBeNull()
  })

  it.each([
    ['全面通行止め', 'closed active'],
    ['全面通行止（予定）', 'closed planned'],
    ['片側通行規制(未確認)', 'one_lane unconfirmed'],
    ['その他の規制', 'restricted active'],
    ['解除', 'open lifted'],
  ])('reads the state %s', (text, expected) => {
    const { state, status } = one(withCell('状態', text))
    expect(`${state} ${status}`).toBe(expected)
  })

  it.each<[string, string, string]>([
    ['no head', '', 'empty'],
    ['another table', 'a,b\n1,2', 'notThisFormat id,状態,開始,緯度1,経度1'],
    ['a head twice', `${HEAD},id\n${ROW},1`, 'notThisFormat'],
    ['too few fields', `${HEAD}\n1,全面通行止`, 'badRecord 2'],
    ['an open quote', `${HEAD}\n"1`, 'badRecord 2 1'],
    ['a quote in the middle', `${HEAD}\n1,全面"通行止`, 'badRecord 2 2'],
    ['no id', withCell('id', ''), 'badRecord 2 id'],
    ['an id twice', `${HEAD}\n${ROW}\n${ROW}`, 'badRecord 3 id'],
    ['an unknown state', withCell('状態', '通れます'), 'badRecord 2 状態'],
    ['an unknown reason', withCell('理由', 'みず'), 'badRecord 2 理由'],
    ['no start', withCell('開始', ''), 'badRecord 2 開始'],
    ['a start that is no time', withCell('開始', '2026/2/30'), 'badRecord 2 開始'],
    ['an end before the start', withCell('終了', '2026/6/30'), 'badRecord 2 終了'],
    ['latitude and longitude the wrong way round', withCell('緯度1', '130.1'), 'badRecord 2 緯度1'],
    ['half a position', withCell('緯度2', ''), 'badRecord 2 緯度2'],
    ['a position with a comma', withCell('緯度1', '"33,1"'), 'badRecord 2 緯度1'],
    ['a position in hexadecimal', withCell('緯度1', '0x21'), 'badRecord 2 緯度1'],
    ['an unknown word for walkers', withCell('歩行者', '少し'), 'badRecord 2 歩行者'],
    ['an unknown word for cars', withCell('車', '少し'), 'badRecord 2 車'],
  ])('is refused whole: %s', (_, text, expected) => {
    expect(refusal(text)).toBe(expected)
  })

  it('comes back as far as its columns tell', () => {
    const simple = fc.oneof(
      anyPosition.map((at): Closure['shape'] => ({ kind: 'point', at })),
      fc
        .uniqueArray(anyPosition, { minLength: 2, maxLength: 2, selector: String })
        .map((path): Closure['shape'] => ({ kind: 'line', lines: [path] })),
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(anyClosure, { maxLength: 4, selector: ({ id }) => id }),
        simple,
        (any, shape) => {
          const closures = any.map((closure) => ({ ...closure, shape }))
          const { text, coarse } = writeClosuresCsv(closures)
          expect(coarse).toEqual([])
          const back = read(text)
          if (!back.ok) throw new Error(`${back.reason} ${back.detail ?? ''}`)
          expect(back.value.closures.map(columnsOf)).toEqual(closures.map(columnsOf))
        },
      ),
    )
  })

  it('names what it tells too coarsely', () => {
    const bent = aClosure({
      id: 'bent',
      shape: {
        kind: 'line',
        lines: [
          [
            [130, 33],
            [130.1, 33],
            [130.1, 33.1],
          ],
        ],
      },
    })
    const field = aClosure({
      id: 'field',
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
    })
    expect(writeClosuresCsv([aClosure(), bent, field]).coarse).toEqual(['bent', 'field'])
  })

  it('holds no formula for a spreadsheet', () => {
    for (const name of ['=HYPERLINK("https://x")', '+1+1', '-1+1', '@SUM(A1)', "'=1"]) {
      const { text } = writeClosuresCsv([
        aClosure({ road: { name, ref: null, class: 'unknown', from: null, to: null } }),
      ])
      expect(text).not.toMatch(/[,"][=+@]|,-1\+/)
      expect(one(text).road?.name).toBe(name)
    }
  })

  it('with faults is refused, or makes closures that can be issued; nothing is thrown or changed', () => {
    fc.assert(
      fc.property(
        fc.oneof(spoilt(bytesOf(`${HEAD}\n${ROW}\n2${ROW.slice(1)}`)), fc.string().map(bytesOf)),
        (bytes) => {
          const found = withoutPollution(() => readClosuresCsv(bytes, ORIGIN))
          if (found.ok)
            expect(writeFeed(aFeed({ closures: found.value.closures }))).toMatchObject({ ok: true })
        },
      ),
      { numRuns: 1500 },
    )
  })
})

/** What the 16 columns hold of a closure. */
const columnsOf = ({
  id,
  shape,
  state,
  status,
  reason,
  start,
  end,
  access,
  road,
  source,
  updated,
}: Closure) => {
  const isOver = state === 'open' || status === 'lifted'
  const told = [road?.name, road?.from, road?.to].map((one) => one?.replaceAll(/\s+/gu, ' ') || null)
  return {
    id,
    shape,
    state: isOver ? 'open' : state,
    status: isOver ? 'lifted' : status,
    reason,
    start,
    end,
    foot: access.foot,
    car: access.car,
    road: told,
    source: source.name.replaceAll(/\s+/gu, ' '),
    updated,
  }
}

describe('the words of road offices', () => {
  it('are read back as they are written', () => {
    for (const reason of CLOSURE_REASONS) expect(readReason(writeReason(reason))).toBe(reason)
  })

  it('tell a reason within a sentence', () => {
    expect(guessReason('大雨による道路冠水のため')).toBe('flooding')
    expect(guessReason('水道管布設工事')).toBe('construction')
    expect(guessReason('ご協力ください')).toBe('other')
    expect(guessReason(' ')).toBe('unknown')
  })

  it('say nothing that they do not say', () => {
    expect(readState('通行止ではありません')).toBeNull()
    expect(readState('解除(予定)')).toBeNull()
    expect(readState('constructor')).toBeNull()
  })
})
