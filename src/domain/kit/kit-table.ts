import type { KitCode } from '../plan/kit-codes.ts'

/** What an amount is counted in. */
export const KIT_UNITS = ['litre', 'meal', 'use', 'piece', 'set', 'day'] as const
export type KitUnit = (typeof KIT_UNITS)[number]

/** For whom something is kept: for everybody, once for all, or for those who need it. */
export type KitFor =
  'household' | 'person' | 'infant' | 'elderly' | 'medicine' | 'device' | 'disability' | 'language' | 'pet'

export type KitRow = {
  readonly code: KitCode
  readonly where: 'bag' | 'stock'
  readonly for: KitFor
  /** How many for one of those; of what is used up, for one of those and one day. */
  readonly amount: number
  readonly unit: KitUnit
  readonly perDay: boolean
  /** True for what spoils or runs out: the list asks for its day. */
  readonly expires: boolean
}

const row = (
  code: KitCode,
  where: KitRow['where'],
  whom: KitFor,
  amount: number,
  unit: KitUnit,
  { perDay = false, expires = false } = {},
): KitRow => ({ code, where, for: whom, amount, unit, perDay, expires })

const DAILY = { perDay: true, expires: true }
const EXPIRES = { expires: true }

/**
 * What to carry out (非常用持ち出し袋) and what to keep at home (備蓄). After 首相官邸「災害が起きる前にできること」: water 3 L a
 * person and day, food for three days and better a week; 経済産業省・内閣府: 5 portable toilets a person and day; 環境省「人と
 * ペットの災害対策ガイドライン」: at least 5 days of food for a pet. What a bag holds for the first day (1 L, 3 meals, 5 toilets)
 * is our own choice: it has to be carried.
 */
export const KIT_TABLE: readonly KitRow[] = [
  row('water', 'bag', 'person', 1, 'litre', EXPIRES),
  row('food', 'bag', 'person', 3, 'meal', EXPIRES),
  row('portableToilet', 'bag', 'person', 5, 'use'),
  row('flashlight', 'bag', 'person', 1, 'piece'),
  row('radio', 'bag', 'household', 1, 'piece'),
  row('batteries', 'bag', 'household', 1, 'set', EXPIRES),
  row('powerBank', 'bag', 'household', 1, 'piece'),
  row('phoneCharger', 'bag', 'household', 1, 'piece'),
  row('firstAid', 'bag', 'household', 1, 'set', EXPIRES),
  row('mask', 'bag', 'person', 5, 'piece'),
  row('wetWipes', 'bag', 'household', 1, 'set'),
  row('toiletPaper', 'bag', 'household', 1, 'piece'),
  row('plasticBags', 'bag', 'household', 1, 'set'),
  row('rainwear', 'bag', 'person', 1, 'set'),
  row('warmClothes', 'bag', 'person', 1, 'set'),
  row('underwear', 'bag', 'person', 1, 'set'),
  row('gloves', 'bag', 'person', 1, 'set'),
  row('shoes', 'bag', 'person', 1, 'set'),
  row('helmet', 'bag', 'person', 1, 'piece'),
  row('whistle', 'bag', 'person', 1, 'piece'),
  row('cash', 'bag', 'household', 1, 'set'),
  row('copies', 'bag', 'household', 1, 'set'),
  row('paperPlan', 'bag', 'household', 1, 'set'),
  row('menstrual', 'bag', 'household', 1, 'set'),
  row('milk', 'bag', 'infant', 1, 'day', EXPIRES),
  row('diapers', 'bag', 'infant', 10, 'piece'),
  row('babyFood', 'bag', 'infant', 3, 'meal', EXPIRES),
  row('carrier', 'bag', 'infant', 1, 'piece'),
  row('glasses', 'bag', 'elderly', 1, 'piece'),
  row('dentures', 'bag', 'elderly', 1, 'set'),
  row('hearingAid', 'bag', 'elderly', 1, 'set'),
  row('cane', 'bag', 'elderly', 1, 'piece'),
  row('softFood', 'bag', 'elderly', 3, 'meal', EXPIRES),
  row('adultDiapers', 'bag', 'elderly', 5, 'piece'),
  row('medicine', 'bag', 'medicine', 7, 'day', EXPIRES),
  row('medicineNotebook', 'bag', 'medicine', 1, 'piece'),
  row('deviceBattery', 'bag', 'device', 1, 'set', EXPIRES),
  row('helpCard', 'bag', 'disability', 1, 'piece'),
  row('residenceCard', 'bag', 'language', 1, 'piece'),
  row('phrasebook', 'bag', 'language', 1, 'piece'),
  row('petFood', 'bag', 'pet', 5, 'day', EXPIRES),
  row('petCarrier', 'bag', 'pet', 1, 'piece'),
  row('water', 'stock', 'person', 3, 'litre', DAILY),
  row('food', 'stock', 'person', 3, 'meal', DAILY),
  row('portableToilet', 'stock', 'person', 5, 'use', { perDay: true }),
  row('gasStove', 'stock', 'household', 1, 'set', EXPIRES),
  row('batteries', 'stock', 'household', 1, 'set', EXPIRES),
  row('toiletPaper', 'stock', 'person', 1, 'piece'),
  row('milk', 'stock', 'infant', 1, 'day', DAILY),
  row('diapers', 'stock', 'infant', 8, 'piece', { perDay: true }),
  row('softFood', 'stock', 'elderly', 3, 'meal', DAILY),
  row('adultDiapers', 'stock', 'elderly', 5, 'piece', { perDay: true }),
  row('petFood', 'stock', 'pet', 1, 'day', DAILY),
]

/** The row of a code in the bag or the stock; else of the same code in the other; null = it is in no list. */
export const rowOf = (code: KitCode, where: KitRow['where']): KitRow | null =>
  KIT_TABLE.find((one) => one.code === code && one.where === where) ??
  KIT_TABLE.find((one) => one.code === code) ??
  null
