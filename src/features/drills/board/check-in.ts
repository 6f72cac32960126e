import { nonceFrom } from '#domain/drills/drill-token.ts'
import { checkIn, readArrival, type Arrival, type RollCall } from '#domain/drills/roll-call.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { Result } from '#domain/result.ts'
import type { SealedRefusal } from '#domain/drills/sealed-code.ts'
import type { Kept } from './kept.ts'
import { UNKNOWN_LANGUAGE } from './LanguageName.tsx'
import { describeRefused } from './refused.ts'

/** Bytes of the number of an arrival that was counted by hand. */
const NONCE_BYTES = 16

export type CheckedIn = { readonly isTaken: boolean; readonly phrase: Phrase }

/**
 * Counts an arrival.
 * @param nameOf the name of a site in Japan by its id; null = it is not known here
 */
export async function take(
  kept: Kept<RollCall>,
  read: Result<Arrival, SealedRefusal>,
  nameOf: (site: string) => string | null,
): Promise<CheckedIn> {
  if (!read.ok) return { isTaken: false, phrase: describeRefused(read.reason, 'roll') }
  let done: CheckedIn = { isTaken: false, phrase: { key: 'drills:board.refused.damaged' } }
  await kept.change((roll) => {
    const added = checkIn(roll, read.value)
    if (added.ok) {
      const params = { number: read.value.people, total: added.value.people }
      done = { isTaken: true, phrase: { key: 'drills:roll.taken', params } }
      return added.value
    }
    done = {
      isTaken: false,
      phrase:
        added.reason === 'otherSite'
          ? otherSite(read.value.site === null ? null : nameOf(read.value.site))
          : describeRefused(added.reason, 'roll'),
    }
    return roll
  })
  return done
}

const otherSite = (name: string | null): Phrase =>
  name === null
    ? { key: 'drills:roll.unknownSite' }
    : { key: 'drills:roll.otherSite', params: { 'place@name': name } }

/** Counts a code that was scanned. */
export const takeCode = (
  kept: Kept<RollCall>,
  text: string,
  nameOf: (site: string) => string | null,
): Promise<CheckedIn> => take(kept, readArrival(text), nameOf)

/** Counts people without a phone. Nobody asked for their language. */
export function takeByHand(
  kept: Kept<RollCall>,
  people: number,
  needHelp: number,
  randomBytes: (count: number) => Uint8Array,
): Promise<CheckedIn> {
  const { drill, area, site } = kept.store.getState().value
  const arrival: Arrival = {
    v: 1,
    area,
    drill,
    nonce: nonceFrom(randomBytes(NONCE_BYTES)),
    site,
    language: UNKNOWN_LANGUAGE,
    people,
    needHelp,
    group: null,
  }
  return take(kept, { ok: true, value: arrival }, () => null)
}
