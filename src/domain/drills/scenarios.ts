import { SCENARIO_VERSION, type Inject, type InjectKind, type Scenario } from './scenario.ts'

/**
 * The scenarios that come with the app, for any area: places, sites and ways are chosen from what its pack holds, and their titles
 * are fill-in texts by id. Minutes and curves are made up for practice (own choice); how deep the water gets is published.
 * The place in this list is written into codes on posters: it never changes, an id is never given to another drill, and a new one
 * goes to the end. At most 32.
 */
export const SCENARIOS_IN_CODE = [
  'surge-night',
  'sudden-rain',
  'landslide',
  'tsunami',
  'school-day',
  'stand',
] as const
export type ShippedId = (typeof SCENARIOS_IN_CODE)[number]

const inject = (
  kind: InjectKind,
  fromMinute: number,
  share: number,
  { onTheWay = null, minutes = null }: { onTheWay?: boolean | null; minutes?: number | null } = {},
): Inject => ({
  id: kind,
  kind,
  when: { fromMinute, onTheWay, withinMetres: null, share },
  at: null,
  site: null,
  minutes,
})
const ON_THE_WAY = { onTheWay: true } as const

const anywhere = { v: SCENARIO_VERSION, area: null, title: {} } as const

const SHIPPED: { readonly [id in ShippedId]: Scenario & { readonly id: id } } = {
  /** 台風の夜の高潮と洪水: hours of warning, then the dark, the sea first and the rivers with it. */
  'surge-night': {
    ...anywhere,
    id: 'surge-night',
    hazard: 'stormSurge',
    modes: ['table', 'class'],
    groups: ['neighbourhood', 'work', 'everybody'],
    minutes: 360,
    speed: 24,
    startsAt: 16,
    signals: [
      { minute: 0, trigger: 'jma2' },
      { minute: 60, trigger: 'jma3' },
      { minute: 75, trigger: 'city3' },
      { minute: 150, trigger: 'jma4' },
      { minute: 160, trigger: 'city4' },
      { minute: 300, trigger: 'city5' },
    ],
    water: {
      kind: 'rise',
      hazards: ['flood', 'stormSurge'],
      curve: [
        { minute: 260, share: 0 },
        { minute: 300, share: 0.4 },
        { minute: 330, share: 1 },
      ],
    },
    injects: [
      inject('bridgeGone', 150, 0.6, ON_THE_WAY),
      inject('siteFull', 165, 0.4, ON_THE_WAY),
      inject('night', 180, 1),
      inject('networkGone', 200, 0.5),
      inject('neighbour', 165, 0.3, { minutes: 15 }),
    ],
    seed: 41_201,
  },
  /** 線状降水帯: nothing was forecast. What people see comes before any warning, and the order comes with the water. */
  'sudden-rain': {
    ...anywhere,
    id: 'sudden-rain',
    hazard: 'flood',
    modes: ['table', 'class'],
    groups: ['visitors', 'family', 'everybody'],
    minutes: 90,
    speed: 10,
    startsAt: 2,
    signals: [
      { minute: 5, trigger: 'ownSigns' },
      { minute: 15, trigger: 'jma4' },
      { minute: 30, trigger: 'city4' },
      { minute: 60, trigger: 'city5' },
    ],
    water: {
      kind: 'rise',
      hazards: ['flood'],
      curve: [
        { minute: 20, share: 0 },
        { minute: 45, share: 0.15 },
        { minute: 70, share: 0.6 },
        { minute: 90, share: 1 },
      ],
    },
    injects: [
      inject('rainHeavier', 8, 1),
      inject('rumour', 12, 0.5),
      inject('batteryLow', 20, 0.5),
      inject('roadShut', 20, 0.6, ON_THE_WAY),
      inject('networkGone', 40, 1),
    ],
    seed: 41_202,
  },
  /** 山あいの土砂災害: before dawn, and the slope gives signs of its own. */
  landslide: {
    ...anywhere,
    id: 'landslide',
    hazard: 'landslide',
    modes: ['walk', 'table', 'class'],
    groups: ['neighbourhood', 'family', 'everybody'],
    minutes: 60,
    speed: 4,
    startsAt: 4,
    signals: [
      { minute: 0, trigger: 'jma3' },
      { minute: 5, trigger: 'city3' },
      { minute: 12, trigger: 'jma4' },
      { minute: 15, trigger: 'city4' },
      { minute: 35, trigger: 'ownSigns' },
    ],
    water: {
      kind: 'rise',
      hazards: ['landslide'],
      curve: [
        { minute: 44, share: 0 },
        { minute: 45, share: 1 },
      ],
    },
    injects: [
      inject('rainHeavier', 10, 1),
      inject('roadShut', 16, 0.5, ON_THE_WAY),
      inject('neighbour', 16, 0.3, { minutes: 5 }),
    ],
    seed: 41_203,
  },
  /** 地震と津波: nobody waits for a warning, on foot and uphill. */
  tsunami: {
    ...anywhere,
    id: 'tsunami',
    hazard: 'tsunami',
    modes: ['walk', 'table', 'class'],
    groups: ['neighbourhood', 'visitors', 'everybody'],
    minutes: 45,
    speed: 3,
    startsAt: null,
    signals: [
      { minute: 0, trigger: 'shaking' },
      { minute: 2, trigger: 'shakingStops' },
      { minute: 3, trigger: 'tsunamiWarning' },
    ],
    water: {
      kind: 'rise',
      hazards: ['tsunami'],
      curve: [
        { minute: 25, share: 0 },
        { minute: 30, share: 0.4 },
        { minute: 40, share: 1 },
      ],
    },
    injects: [
      inject('networkGone', 4, 1),
      inject('roadShut', 5, 0.5, ON_THE_WAY),
      inject('bridgeGone', 7, 0.3, ON_THE_WAY),
      inject('neighbour', 5, 0.3, { minutes: 3 }),
    ],
    seed: 41_204,
  },
  /** 学校の昼の訓練: by day, on foot and in class; the order comes half an hour before the water. */
  'school-day': {
    ...anywhere,
    id: 'school-day',
    hazard: 'flood',
    modes: ['walk', 'table', 'class'],
    groups: ['school'],
    minutes: 90,
    speed: 6,
    startsAt: 10,
    signals: [
      { minute: 0, trigger: 'jma3' },
      { minute: 5, trigger: 'city3' },
      { minute: 15, trigger: 'river4' },
      { minute: 20, trigger: 'city4' },
      { minute: 60, trigger: 'jma5' },
      { minute: 65, trigger: 'city5' },
    ],
    water: {
      kind: 'rise',
      hazards: ['flood'],
      curve: [
        { minute: 50, share: 0 },
        { minute: 60, share: 0.2 },
        { minute: 75, share: 0.6 },
        { minute: 90, share: 1 },
      ],
    },
    injects: [
      inject('rainHeavier', 15, 1),
      inject('roadShut', 24, 0.5, ON_THE_WAY),
      inject('siteFull', 30, 0.3, ON_THE_WAY),
    ],
    seed: 41_205,
  },
  /** 祭りの屋台で五分: an hour in five minutes, with one surprise for each. */
  stand: {
    ...anywhere,
    id: 'stand',
    hazard: 'flood',
    modes: ['table'],
    groups: ['visitors', 'family', 'everybody'],
    minutes: 60,
    speed: 12,
    startsAt: 18,
    signals: [
      { minute: 0, trigger: 'jma3' },
      { minute: 4, trigger: 'city3' },
      { minute: 10, trigger: 'city4' },
      { minute: 45, trigger: 'city5' },
    ],
    water: {
      kind: 'rise',
      hazards: ['flood'],
      curve: [
        { minute: 25, share: 0 },
        { minute: 40, share: 0.4 },
        { minute: 60, share: 1 },
      ],
    },
    injects: [inject('roadShut', 12, 1, ON_THE_WAY)],
    seed: 41_206,
  },
}

/** All shipped scenarios, in the order in which they are offered. */
export const SCENARIOS: readonly Scenario[] = SCENARIOS_IN_CODE.map((id) => SHIPPED[id])

/** The shipped scenario of an id; null = there is none. */
export const shippedScenario = (id: string): Scenario | null =>
  SCENARIOS.find((scenario) => scenario.id === id) ?? null
