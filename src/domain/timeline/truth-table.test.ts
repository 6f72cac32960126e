import { describe, expect, it } from 'vitest'
import { DEPTH_BANDS } from '../hazards/depth-band.ts'
import type { DestinationZone } from '../plan/plan-facts.ts'
import type { Destination, Member, MemberNeed, Plan } from '../plan/plan.ts'
import type { HazardAnswer } from '../risk/hazard-answer.ts'
import { anEmptyPlan, PLAN_HOME } from '#tests/support/a-plan.ts'
import { aCollapse, aLandslide, aRisk, aWater, lasting, without } from '#tests/support/a-risk.ts'
import { someFacts, type ToldDestination } from '#tests/support/some-facts.ts'
import { draftTimeline } from './draft-timeline.ts'
import { LEAVING } from './check-steps.ts'
import { leaveBy } from './leave-by.ts'
import { stayOrLeave } from './stay-or-leave.ts'
import { TIMELINE_HAZARDS } from './trigger.ts'

/**
 * Households and risks, and when they go: to be read and held against 避難情報に関するガイドライン (level 3 who need time,
 * level 4 all, never level 5) and 避難行動判定フロー (who may stay).
 *
 * risk: `f0.5` `f3` `f5` `f10` river, upper bound in metres (24 h) · `f3∞` · `collapse` · `slide` `red` `planned` · `surge3`
 *   · `tsunami` · `pond?` no data on ponds · `?` nothing known · `-` outside the zones
 * home: storeys/floor and hours of stock; `-` not told
 * people: `a` adult · `e` elderly · `i` infant · `c` child · `d` on a device · `k` carer · `-` nobody told · `!` no car
 * goes to: `site18` a site outside the zones, 18 min by day · `aunt90` relatives outside this map · `in` a place in the zone ·
 *   `up` upstairs · `-` nowhere
 * ready: minutes told, or `-`
 * goes: who at which trigger, in order; `+` with somebody else · by: total minutes
 */
const TABLE = `
hazard     | risk         | home    | people | goes to | ready || course   | by  | goes

# the two examples: a landslide zone is left; a high flat above the water may stay
landslide  | slide        | 2/2 72  | a      | site18  | -     || leave    | 85  | leaveWithoutOrder@jma4 leaveAll@city4
flood      | f3 slide     | 9/5 72  | a      | up      | -     || leave    | 60  | leaveWithoutOrder@jma4 leaveAll@city4
flood      | f3           | 9/5 72  | a      | up      | -     || upstairs | 60  | goUpstairsEarly@city4
flood      | f3           | 9/5 72  | a      | -       | -     || upstairs | 60  | goUpstairsEarly@city4
flood      | f3           | 9/5 72  | ae     | up      | -     || upstairs | 60  | goUpstairsEarly@city3
flood      | f3           | 9/5 72  | a      | site18  | -     || upstairs | 85  | leaveWithoutOrder@jma4 leaveAll@city4

# who needs time goes at level 3, with one who helps; the others by level 4
flood      | f3           | 1/1 72  | a      | site18  | -     || leave    | 85  | leaveWithoutOrder@jma4 leaveAll@city4
flood      | f3           | 1/1 72  | aae    | site18  | -     || leave    | 90  | leaveNeedsTime+@city3 leaveWithoutOrder@jma4 leaveAll+@city4
flood      | f3           | 1/1 72  | ae     | site18  | -     || leave    | 90  | leaveNeedsTime@city3 leaveWithoutOrder@jma4
flood      | f3           | 1/1 72  | e      | site18  | -     || leave    | 90  | leaveNeedsTime@city3 leaveWithoutOrder@jma4
flood      | f3           | 1/1 72  | aaic   | site18  | -     || leave    | 85  | leaveNeedsTime+@city3 leaveWithoutOrder@jma4 leaveAll+@city4
flood      | f3           | 1/1 72  | ac     | site18  | -     || leave    | 85  | leaveWithoutOrder@jma4 leaveAll@city4
flood      | f3           | 1/1 72  | akd    | site18  | -     || leave    | 85  | leaveNeedsTime+@city3 leaveWithoutOrder@jma4 leaveAll+@city4
flood      | f3           | 1/1 72  | aa!    | site18  | -     || leave    | 85  | leaveNeedsTime@city3 leaveWithoutOrder@jma4
flood      | f3           | 1/1 72  | -      | site18  | -     || leave    | 85  | leaveWithoutOrder@jma4 leaveAll@city4

# the building: too deep, too long, carried away, not told
flood      | f5           | 2/2 72  | a      | site18  | -     || leave    | 85  | leaveWithoutOrder@jma4 leaveAll@city4
flood      | f10          | 9/9 999 | a      | up      | -     || leave    | 60  | leaveWithoutOrder@jma4 leaveAll@city4
flood      | f3∞          | 9/5 999 | a      | up      | -     || leave    | 60  | leaveWithoutOrder@jma4 leaveAll@city4
flood      | f3           | 9/5 12  | a      | up      | -     || leave    | 60  | leaveWithoutOrder@jma4 leaveAll@city4
flood      | f3           | 9/5 ?   | a      | up      | -     || notKnown | 60  | leaveWithoutOrder@jma4 leaveAll@city4
flood      | f0.5 collapse| 9/9 999 | a      | up      | -     || leave    | 60  | leaveWithoutOrder@jma4 leaveAll@city4
flood      | f3           | -       | a      | site18  | -     || leave    | 85  | leaveWithoutOrder@jma4 leaveAll@city4
flood      | ?            | 2/2 72  | a      | site18  | -     || notKnown | 85  | leaveWithoutOrder@jma4 leaveAll@city4
flood      | pond?        | 2/2 72  | a      | site18  | -     || outside  | 85  | leaveAll@city4
flood      | f3 pond?     | 9/5 72  | a      | up      | -     || upstairs | 60  | goUpstairsEarly@city4
flood      | -            | 2/2 72  | a      | site18  | -     || outside  | 85  | leaveAll@city4
flood      | -            | 2/2 72  | aae    | site18  | -     || outside  | 90  | leaveNeedsTime+@city3 leaveAll+@city4
landslide  | red          | 9/9 999 | ae     | up      | -     || leave    | 60  | leaveNeedsTime@city3 leaveWithoutOrder@jma4
landslide  | planned      | 2/2 72  | a      | site18  | 45    || leave    | 100 | leaveWithoutOrder@jma4 leaveAll@city4
stormSurge | surge3       | 2/2 72  | a      | -       | -     || upstairs | 60  | goUpstairsEarly@city4
stormSurge | surge3       | 2/1 72  | a      | in      | -     || leave    | 60  | leaveWithoutOrder@jma4 leaveAll@city4

# the way: what the level leaves no time for is drawn forward
flood      | f3           | 1/1 72  | a      | site18  | 120   || leave    | 175 | leaveWithoutOrder@jma4 leaveAll@city4
flood      | f3           | 1/1 72  | a      | site18  | 130   || leave    | 185 | leaveAll@city3
flood      | f3           | 1/1 72  | a      | aunt90  | -     || leave    | 150 | goToRelativesEarly@forecast1d leaveWithoutOrder@jma4 leaveAll@city4
flood      | f3           | 1/1 72  | aae    | site18  | 260   || leave    | 320 | leaveNeedsTime@jma3
flood      | f3           | 1/1 72  | ae     | site18  | 300   || leave    | 360 | leaveNeedsTime@jma3
flood      | f3           | 1/1 72  | ae     | site18  | 302   || leave    | 365 | leaveNeedsTime@jma2
flood      | f3           | 1/1 72  | a      | site18  | 1440  || leave    | 1495| leaveAll@forecast2d

# a tsunami: at once, whoever they are
tsunami    | tsunami      | 9/9 999 | aae    | up      | -     || leave    | 5   | leaveToHeight@shakingStops leaveOnWarning@tsunamiWarning
tsunami    | ?            | 2/2 72  | a      | site18  | 40    || notKnown | 30  | leaveToHeight@shakingStops leaveOnWarning@tsunamiWarning
tsunami    | -            | 2/2 72  | a      | site18  | -     || outside  | 30  |
`

const KINDS = ['flood', 'houseCollapse', 'landslide', 'stormSurge', 'tsunami', 'inlandFlood'] as const

function answersOf(risk: string): readonly HazardAnswer[] {
  const words = risk.split(' ')
  if (words.includes('?')) return KINDS.map((kind) => without(kind, 'dataUnavailable'))
  const ranks = { '0.5': 1, '3': 2, '5': 3, '10': 4 } as const
  return words.flatMap((word): HazardAnswer[] => {
    const [, kind, depth, open] = /^(f|surge)([\d.]+)(∞?)$/.exec(word) ?? []
    if (kind !== undefined)
      return [
        aWater(kind === 'f' ? 'flood' : 'stormSurge', DEPTH_BANDS[ranks[depth as keyof typeof ranks]], {
          duration: lasting(open === '∞' ? 7 : 2),
        }),
      ]
    if (word === 'pond?') return [without('pond', 'dataUnavailable')]
    if (word === 'collapse') return [aCollapse('flow')]
    if (word === 'slide') return [aLandslide('warning')]
    if (word === 'red') return [aLandslide('special')]
    if (word === 'planned') return [aLandslide('warning', { planned: true })]
    return word === 'tsunami' ? [aWater('tsunami', DEPTH_BANDS[2])] : []
  })
}

const NEEDS: Readonly<Record<string, MemberNeed[]>> = {
  e: ['elderly'],
  i: ['infant'],
  d: ['disability', 'medicalDevice'],
  k: ['carer'],
}

const membersOf = (people: string): Member[] =>
  [...people.replaceAll(/[-!]/g, '')].map((letter, index) => ({
    id: `m${index}`,
    name: '',
    kind: letter === 'c' || letter === 'i' ? 'child' : 'adult',
    needs: NEEDS[letter] ?? [],
    speed: null,
  }))

const GOALS: Readonly<Record<string, readonly [Destination['kind'], DestinationZone, number]>> = {
  site18: ['site', 'noZonePublished', 18],
  aunt90: ['relative', 'elsewhere', 90],
  in: ['other', 'inZone', 18],
  up: ['upstairs', 'upstairs', 0],
}

function caseOf(row: Readonly<Record<string, string>>) {
  const [building = '-', stock = '?'] = (row['home'] ?? '').split(' ')
  const [storeys, floor] = building.split('/').map(Number)
  const goal = GOALS[row['goes to'] ?? '']
  const plan: Plan = anEmptyPlan({
    household: {
      members: membersOf(row['people'] ?? ''),
      car: !(row['people'] ?? '').includes('!'),
      readyMinutes: row['ready'] === '-' ? null : Number(row['ready']),
    },
    places: [
      {
        id: 'p1',
        kind: 'home',
        name: '',
        at: PLAN_HOME,
        building:
          building === '-'
            ? null
            : {
                storeys: storeys ?? 1,
                floor: floor ?? 1,
                structure: 'wood',
                stockHours: stock === '?' ? null : Number(stock),
              },
        members: [],
        note: '',
      },
    ],
    destinations:
      goal === undefined
        ? []
        : [
            {
              id: 'd1',
              kind: goal[0],
              site: goal[0] === 'site' ? 'S1' : null,
              name: '',
              at: null,
              hazards: [],
              by: goal[0] === 'relative' ? 'car' : 'walk',
              minutes: null,
              phone: '',
              note: '',
            },
          ],
  })
  const told: ToldDestination =
    goal === undefined || goal[0] === 'upstairs' ? {} : { zone: goal[1], way: wayOf(goal, plan) }
  return {
    plan,
    facts: someFacts(plan, { risk: aRisk(...answersOf(row['risk'] ?? '')), destinations: { d1: told } }),
  }
}

/** Minutes for an adult; the old walk at 0.72 m/s, which makes the night of 18 min longer; a car is as fast by night. */
function wayOf([kind, , minutes]: readonly [string, string, number], plan: Plan) {
  const isOld = plan.household.members.some(({ needs }) => needs.includes('elderly'))
  const slow = kind === 'relative' ? 1 : isOld ? 1.25 : 1
  const day = Math.ceil(minutes * slow)
  return {
    from: 'straight',
    metres: minutes * 60,
    minutes: day,
    nightMinutes: kind === 'relative' ? day : Math.ceil(day / 0.8),
  } as const
}

const [heads = [], ...rows] = TABLE.split('\n')
  .filter((line) => line.includes('|'))
  .map((line) => line.split(/\|\|?/).map((cell) => cell.trim()))

describe('when a household goes', () => {
  it('is told for many', () => {
    expect(rows.length).toBeGreaterThan(30)
  })

  it.each(rows.map((cells) => [cells.join(' | '), cells] as const))('%s', (_, cells) => {
    const row = Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? '']))
    const hazard = TIMELINE_HAZARDS.find((one) => one === row['hazard'])
    if (hazard === undefined) throw new Error(`no such danger: ${row['hazard']}`)
    const { plan, facts } = caseOf(row)
    const goes = draftTimeline(plan, facts, hazard).flatMap(({ trigger, what, who }) =>
      what.type === 'code' && [...LEAVING, 'goUpstairsEarly'].includes(what.code)
        ? [`${what.code}${who.length > 0 ? '+' : ''}@${trigger}`]
        : [],
    )
    expect({
      course: stayOrLeave(facts, hazard).course,
      by: String(leaveBy(plan, facts, hazard).total),
      goes: goes.join(' '),
    }).toEqual({ course: row['course'], by: row['by'], goes: row['goes'] })
  })
})
