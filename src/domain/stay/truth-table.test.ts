import { describe, expect, it } from 'vitest'
import { DEPTH_BANDS } from '../hazards/depth-band.ts'
import type { HazardAnswer } from '../risk/hazard-answer.ts'
import { aCollapse, aLandslide, aRisk, aWater, lasting, without } from '#tests/support/a-risk.ts'
import { decideStay } from './decide-stay.ts'
import type { Home } from './home.ts'

/**
 * The rules as a table that a person can read and hold against the sources (内閣府 避難行動判定フロー, 鳥取県).
 *
 * flood: `-` no zone published · `none` studied, none · `?` no data · `0.5` `3` `5` `10` `20` upper bound in metres · `20+`
 *   no upper bound · `3…` a zone, but files are missing
 * lasts: hours of the upper bound · `∞` · `?` not known
 * collapse, slide: `-` no zone · `?` no data · else the zone
 * home: storeys/floor, hours of stock (`?` not told)
 */
const TABLE = `
flood | lasts | collapse | slide    | home | stock || result       | rule | fact

# A: a landslide zone, whatever the building and the water
-     |       | -        | warning  | 1/1  | 0     || leave        | A    | landslideZone
-     |       | -        | special  | 9/9  | 999   || leave        | A    | landslideZone
-     |       | -        | planned  | 2/2  | 999   || leave        | A    | landslideZone
0.5   | 12    | -        | warning  | 2/2  | 72    || leave        | A    | landslideZone
?     |       | ?        | warning  | 2/2  | ?     || leave        | A    | landslideZone

# B: a house-collapse zone, on whatever floor, of whatever building; even where no depth is told
0.5   | 12    | flow     | -        | 2/2  | 72    || leave        | B    | collapse
0.5   | 12    | erosion  | -        | 9/9  | 999   || leave        | B    | collapse
3     | 24    | both     | -        | 3/3  | 168   || leave        | B    | collapse
-     |       | erosion  | -        | 2/2  | 72    || leave        | B    | collapse
?     |       | flow     | -        | 2/2  | ?     || leave        | B    | collapse
3     | 24    | flow     | ?        | 1/1  | 0     || leave        | B    | collapse

# C by depth, as 鳥取県 has it. Below 0.5 m
0.5   | 12    | -        | -        | 1/1  | 72    || stayPossible | C    | depthBelowFloor
0.5   | 12    | -        | -        | 2/2  | 72    || stayPossible | C    | depthBelowFloor
# 0.5–3 m: single-storey leaves, two storeys and more leave or are on the second floor
3     | 12    | -        | -        | 1/1  | 72    || leave        | C    | depthAboveFloor
3     | 12    | -        | -        | 2/1  | 72    || leave        | C    | depthAboveFloor
3     | 12    | -        | -        | 2/2  | 72    || stayPossible | C    | depthBelowFloor
3     | 12    | -        | -        | 3/2  | 72    || stayPossible | C    | depthBelowFloor
# 3–5 m: up to two storeys leave, three and more leave or are on the third floor
5     | 12    | -        | -        | 1/1  | 72    || leave        | C    | depthAboveFloor
5     | 12    | -        | -        | 2/2  | 72    || leave        | C    | depthAboveFloor
5     | 12    | -        | -        | 3/2  | 72    || leave        | C    | depthAboveFloor
5     | 12    | -        | -        | 3/3  | 72    || stayPossible | C    | depthBelowFloor
5     | 12    | -        | -        | 9/9  | 72    || stayPossible | C    | depthBelowFloor
# above 5 m: everybody leaves
10    | 12    | -        | -        | 2/2  | 72    || leave        | C    | above5m
10    | 12    | -        | -        | 5/4  | 72    || leave        | C    | above5m
10    | 12    | -        | -        | 9/9  | 999   || leave        | C    | above5m
20    | 12    | -        | -        | 9/9  | 999   || leave        | C    | above5m
20+   | 12    | -        | -        | 40/40| 999   || leave        | C    | noUpperBound

# C by time: the stock has to last as long as the water stays
3     | 12    | -        | -        | 2/2  | 12    || stayPossible | C    | depthBelowFloor
3     | 24    | -        | -        | 2/2  | 12    || leave        | C    | stockTooShort
3     | 72    | -        | -        | 2/2  | 71    || leave        | C    | stockTooShort
3     | 72    | -        | -        | 2/2  | 72    || stayPossible | C    | depthBelowFloor
3     | 168   | -        | -        | 2/2  | 72    || leave        | C    | stockTooShort
3     | 672   | -        | -        | 2/2  | 672   || stayPossible | C    | depthBelowFloor
3     | ∞     | -        | -        | 2/2  | 8000  || leave        | C    | durationOpen
3     | ∞     | -        | -        | 2/2  | ?     || leave        | C    | durationOpen
3     | ?     | -        | -        | 2/2  | 71    || leave        | C    | stockTooShort
3     | ?     | -        | -        | 2/2  | 72    || stayPossible | C    | depthBelowFloor
3     | 24    | -        | -        | 2/2  | ?     || notKnown     | C    | stockNotGiven
5     | 24    | -        | -        | 2/2  | ?     || leave        | C    | depthAboveFloor

# "and not A, B": where the water would let one stay, both must be known
3     | 24    | ?        | -        | 2/2  | 72    || notKnown     | F    | dataMissing
3     | 24    | -        | ?        | 2/2  | 72    || notKnown     | F    | dataMissing
3…    | 24    | -        | -        | 2/2  | 72    || notKnown     | F    | dataMissing
3     | 24    | ?        | -        | 2/2  | ?     || notKnown     | F    | dataMissing
# … but one reason to leave is enough
5     | 24    | ?        | ?        | 2/2  | 72    || leave        | C    | depthAboveFloor
5…    | 24    | -        | -        | 2/2  | 72    || leave        | C    | depthAboveFloor
3     | 168   | ?        | -        | 2/2  | 72    || leave        | C    | stockTooShort

# E: outside the published zones; the stock is not asked for
-     |       | -        | -        | 1/1  | ?     || stayPossible | E    | outsideZones
none  |       | -        | -        | 1/1  | 0     || stayPossible | E    | outsideZones

# F: not known is never told like E
?     |       | -        | -        | 9/9  | 999   || notKnown     | F    | dataMissing
-     |       | ?        | -        | 9/9  | 999   || notKnown     | F    | dataMissing
-     |       | -        | ?        | 9/9  | 999   || notKnown     | F    | dataMissing
`

type Row = Readonly<
  Record<'flood' | 'lasts' | 'collapse' | 'slide' | 'home' | 'stock' | 'result' | 'rule' | 'fact', string>
>

const rows: readonly Row[] = TABLE.split('\n')
  .filter((line) => line.includes('|') && !line.startsWith('flood '))
  .map((line) => {
    const [
      flood = '',
      lasts = '',
      collapse = '',
      slide = '',
      home = '',
      stock = '',
      result = '',
      rule = '',
      fact = '',
    ] = line.split(/\|\|?/).map((cell) => cell.trim())
    return { flood, lasts, collapse, slide, home, stock, result, rule, fact }
  })

const LASTS = { '12': 1, '24': 2, '72': 3, '168': 4, '336': 5, '672': 6, '∞': 7 } as const
const FLOODS = { '0.5': 1, '3': 2, '5': 3, '10': 4, '20': 5, '20+': 6 } as const

function floodOf({ flood, lasts }: Row): HazardAnswer {
  if (flood === '-') return without('flood', 'noZonePublished')
  if (flood === 'none') return without('flood', 'assessedNone')
  if (flood === '?') return without('flood', 'dataUnavailable')
  const rank = LASTS[lasts as keyof typeof LASTS]
  return aWater('flood', DEPTH_BANDS[FLOODS[flood.replace('…', '') as keyof typeof FLOODS]], {
    complete: !flood.endsWith('…'),
    duration: lasts === '?' ? { answer: 'noZonePublished' } : lasting(rank),
  })
}

function collapseOf({ collapse }: Row): HazardAnswer {
  if (collapse === '-') return without('houseCollapse', 'noZonePublished')
  if (collapse === '?') return without('houseCollapse', 'notAssessed')
  return aCollapse(collapse as 'flow')
}

function slideOf({ slide }: Row): HazardAnswer {
  if (slide === '-') return without('landslide', 'noZonePublished')
  if (slide === '?') return without('landslide', 'dataUnavailable')
  return slide === 'planned' ? aLandslide('warning', { planned: true }) : aLandslide(slide as 'warning')
}

function homeOf({ home, stock }: Row): Home {
  const [storeys = 0, floor = 0] = home.split('/').map(Number)
  const stockHours = stock === '?' ? null : Number(stock)
  return { storeys, floor, structure: 'unknown', stockHours, household: [] }
}

describe('the truth table', () => {
  it('has every rule but the tsunami in it, and every result', () => {
    expect(rows.length).toBeGreaterThan(45)
    expect([...new Set(rows.map(({ rule }) => rule))].sort()).toEqual(['A', 'B', 'C', 'E', 'F'])
    expect(new Set(rows.map(({ result }) => result)).size).toBe(3)
  })

  it.each(rows)(
    'flood $flood lasting $lasts, collapse $collapse, slide $slide, home $home, stock $stock: $result by $rule',
    (row) => {
      const decision = decideStay(aRisk(floodOf(row), collapseOf(row), slideOf(row)), homeOf(row))
      const { result, rule, fact } = decision.overall
      expect({ result, rule, fact: fact.type }).toEqual({
        result: row.result,
        rule: row.rule,
        fact: row.fact,
      })
      expect(decision.rain).toEqual(decision.overall)
    },
  )
})
