import { ok, refuse, type Result } from '../result.ts'
import type { DrillInvitation } from './scenario.ts'
import { SCENARIOS_IN_CODE, shippedScenario } from './scenarios.ts'

/** Six signs that are read out, written on a board and typed. */
const LENGTH = 6
/** Base 32 of D. Crockford (www.crockford.com/base32.html): without I, L, O and U, which are taken for others. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The 30 bits: 17 of the area (its five digits), 5 of the scenario, 8 of the check. One wrong sign and two neighbours that changed
 * places are always found out; of all other slips 255 in 256, and most of the rest name an area or a scenario that is none.
 */
const AREAS = 100_000
const SCENARIO_BITS = 5
const CHECK_BITS = 8

/** `notACode` it has other signs or another length · `wrongCode` a sign is wrong · `newerVersion` only a newer app has this scenario. */
export type JoinCodeRefusal = 'notACode' | 'wrongCode' | 'newerVersion'

/**
 * The code by which people join one of the shipped scenarios. It has no room for a time or a group, nor for a scenario of somebody's
 * own: null, and only a link or a picture carries the invitation.
 */
export function joinCodeOf({ area, scenario, begins, group }: DrillInvitation): string | null {
  if (typeof scenario !== 'string' || begins !== null || group !== null || !/^\d{5}$/.test(area)) return null
  const number = (SCENARIOS_IN_CODE as readonly string[]).indexOf(scenario)
  if (number < 0 || shippedScenario(scenario) === null) return null
  const data = Number(area) * 2 ** SCENARIO_BITS + number
  const bits = data * 2 ** CHECK_BITS + checkOf(data)
  return Array.from(
    { length: LENGTH },
    (_, at) => SIGNS[Math.floor(bits / 32 ** (LENGTH - 1 - at)) % 32],
  ).join('')
}

/**
 * The invitation of a code as somebody typed it: in capitals or not, in full width, with gaps or hyphens, with O for 0 and I or L
 * for 1.
 */
export function readJoinCode(typed: string): Result<DrillInvitation, JoinCodeRefusal> {
  if (typed.length > 60) return refuse('notACode')
  const signs = [...plainOf(typed)].map((sign) => SIGNS.indexOf(sign))
  if (signs.length !== LENGTH || signs.includes(-1)) return refuse('notACode')
  const bits = signs.reduce((sum, sign) => sum * 32 + sign, 0)
  const data = Math.floor(bits / 2 ** CHECK_BITS)
  if (checkOf(data) !== bits % 2 ** CHECK_BITS) return refuse('wrongCode')
  const area = Math.floor(data / 2 ** SCENARIO_BITS)
  if (area >= AREAS) return refuse('wrongCode')
  const number = data % 2 ** SCENARIO_BITS
  const scenario = SCENARIOS_IN_CODE[number]
  if (scenario === undefined) return refuse('newerVersion', `scenario ${number}`)
  return ok({ area: String(area).padStart(5, '0'), scenario, begins: null, group: null })
}

const plainOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}ー−]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

/** CRC-8 (x^8 + x^2 + x + 1) of the 22 bits of data, turned so that six zeros are no code. */
function checkOf(data: number): number {
  let rest = data * 2 ** CHECK_BITS
  for (let bit = 29; bit >= CHECK_BITS; bit -= 1) if (rest & (1 << bit)) rest ^= 0x107 << (bit - CHECK_BITS)
  return rest ^ 0x55
}
