import type { Words } from '#i18n/index.ts'
import type { PlaceName } from './nearest-place.ts'
import type { Answered, Inspected } from './store.ts'

/** Above this radius the position is too coarse to speak of a home: the person is asked to point. Metres, own choice. */
const COARSE = 100

export const isCoarse = ({ from, accuracy }: Inspected): boolean =>
  from === 'position' && accuracy !== null && accuracy > COARSE

/** The place lies outside the area as a whole. */
export const isOutside = ({ risk }: Answered): boolean =>
  risk.hazards.length > 0 && risk.hazards.every((hazard) => hazard.answer === 'outsidePack')

/** A name of the data as words in several languages. */
export const wordsOf = (name: PlaceName): Words => ({
  ja: name.ja,
  kana: name.kana ?? '',
  ...(name.romaji === null ? {} : { en: name.romaji }),
})
