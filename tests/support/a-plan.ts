import { newPlan } from '#domain/plan/new-plan.ts'
import type { Mark, Plan } from '#domain/plan/plan.ts'

/** When the plan of the tests was made: 2026-06-01 in Japan. Milliseconds since 1970. */
export const PLAN_MADE_AT = 1_780_239_600_000

/** Where the family of the tests lives: in the flood zone of the town of `an-area.ts`. */
export const PLAN_HOME: [number, number] = [135.0185, 30.0034]

/** A plan in which nothing was told yet. */
export const anEmptyPlan = (change: Partial<Plan> = {}): Plan => ({
  ...newPlan('emptyplan0000001', 'わが家', null, PLAN_MADE_AT),
  ...change,
})

const HOUSEHOLD: Plan['household'] = {
  members: [
    { id: 'i1', name: '花子', kind: 'adult', needs: [], speed: null },
    { id: 'i2', name: 'ばあば', kind: 'adult', needs: ['elderly', 'medicine'], speed: 0.7 },
    { id: 'i3', name: 'みお', kind: 'child', needs: ['infant'], speed: null },
    { id: 'i4', name: 'そら', kind: 'child', needs: [], speed: null },
    { id: 'i5', name: 'ポチ', kind: 'pet', needs: [], speed: null },
  ],
  car: true,
  readyMinutes: 40,
}

const PLACES: Plan['places'] = [
  {
    id: 'i6',
    kind: 'home',
    name: 'うち',
    at: PLAN_HOME,
    building: { storeys: 2, floor: 2, structure: 'wood', stockHours: 72 },
    members: ['i2', 'i3', 'i5'],
    note: '',
  },
  {
    id: 'i7',
    kind: 'school',
    name: '見本小学校',
    at: [135.031, 30.012],
    building: null,
    members: ['i4'],
    note: '引き渡しは体育館',
  },
  { id: 'i8', kind: 'work', name: '会社', at: [135.041, 30.021], building: null, members: ['i1'], note: '' },
  {
    id: 'i9',
    kind: 'parents',
    name: '実家',
    at: [135.052, 30.044],
    building: { storeys: 1, floor: 1, structure: 'unknown', stockHours: null },
    members: [],
    note: '',
  },
]

const DESTINATIONS: Plan['destinations'] = [
  {
    id: 'i10',
    kind: 'site',
    site: 'S0001',
    name: '見本公民館',
    at: [135.0285, 30.0124],
    hazards: [],
    by: 'walk',
    minutes: null,
    phone: '',
    note: '',
  },
  {
    id: 'i11',
    kind: 'relative',
    site: null,
    name: '叔母の家',
    at: [135.0512, 30.0437],
    hazards: ['flood', 'stormSurge'],
    by: 'car',
    minutes: 25,
    phone: '0954-00-0000',
    note: 'Nhà của dì',
  },
]

/** A pedestrian underpass that fills with water, put on the map by Hanako. */
export const aMark = (change: Partial<Mark> = {}): Mark => ({
  id: 'i12',
  kind: 'underpass',
  name: '駅の地下道',
  shape: { type: 'point', at: [135.0201, 30.0061] },
  note: '雨の日は通らない',
  by: '花子',
  addedAt: PLAN_MADE_AT,
  photo: null,
  ...change,
})

const MARKS: Plan['marks'] = [
  aMark({ photo: { id: 'photo00000000001', width: 1200, height: 900 } }),
  aMark({
    id: 'i13',
    kind: 'floodsOften',
    name: '',
    shape: {
      type: 'area',
      ring: [
        [135.019, 30.004],
        [135.021, 30.004],
        [135.021, 30.005],
      ],
    },
  }),
  aMark({
    id: 'i14',
    kind: 'boat',
    name: '田中さん',
    shape: { type: 'point', at: [135.0179, 30.0031] },
    note: '',
  }),
]

const ROUTES: Plan['routes'] = [
  {
    id: 'i15',
    name: '公民館まで',
    line: [PLAN_HOME, [135.0222, 30.0075], [135.0285, 30.0124]],
    destination: 'i10',
    note: '地下道を通らない',
    by: '花子',
    addedAt: PLAN_MADE_AT,
  },
]

const TIMELINES: Plan['timelines'] = [
  {
    hazard: 'flood',
    steps: [
      { id: 'i18', trigger: 'forecast3d', what: { type: 'code', code: 'packBag' }, who: ['i1'], done: true },
      {
        id: 'i19',
        trigger: 'jma2',
        what: { type: 'code', code: 'fetchFromSchool' },
        who: ['i1'],
        done: false,
      },
      {
        id: 'i20',
        trigger: 'jma2',
        what: { type: 'own', text: 'ポチのケージを車に載せる' },
        who: ['i1', 'i4'],
        done: false,
      },
      { id: 'i21', trigger: 'city3', what: { type: 'code', code: 'leaveNeedsTime' }, who: [], done: false },
      {
        id: 'i22',
        trigger: 'city5',
        what: { type: 'code', code: 'level5Upstairs' },
        who: [],
        done: false,
      },
    ],
  },
]

/** A family of four and a dog in a flood zone, with everything that a plan can hold. Valid as it stands; each call makes it anew. */
export const aPlan = (change: Partial<Plan> = {}): Plan => ({
  ...newPlan('familyplan000001', 'わが家', '41207', PLAN_MADE_AT),
  ...structuredClone({
    household: HOUSEHOLD,
    places: PLACES,
    destinations: DESTINATIONS,
    marks: MARKS,
    routes: ROUTES,
    contacts: [
      { id: 'i16', name: '叔母', phone: '0954-00-0000', caller: 'i1', note: '' },
      { id: 'i17', name: '民生委員の佐藤さん', phone: '+81 90 0000 0000', caller: null, note: '夜も可' },
    ],
    hazards: ['flood'],
    timelines: TIMELINES,
    kit: [
      {
        id: 'i23',
        what: { type: 'code', code: 'water' },
        where: 'stock',
        amount: 36,
        packed: true,
        expires: '2027-03-31',
      },
      {
        id: 'i24',
        what: { type: 'own', text: 'みおのくまさん' },
        where: 'bag',
        amount: null,
        packed: false,
        expires: null,
      },
    ],
    interview: { answered: ['home', 'building', 'people'], skipped: ['contacts'] },
  } satisfies Partial<Plan>),
  ...change,
})

export { anyPlan } from './any-plan.ts'
