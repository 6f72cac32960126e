import { facilityTypeOf } from '#domain/places/facility-type.ts'
import { Said, useWords } from '#i18n/index.ts'

/**
 * What kind of building a place is, told from its Japanese name, for whoever cannot read it from there. Nothing in Japanese, where the
 * name says it, nor where the name is given in the reader's language.
 */
export const FacilityType = ({
  name,
  translated = null,
}: {
  /** The Japanese name. */
  readonly name: string
  /** The name in English, as the city gives it. */
  readonly translated?: string | null
}) => {
  const { language } = useWords('facility')
  const type = facilityTypeOf(name)
  const isTold = language === 'ja' || (language.startsWith('en') && translated !== null)
  return type === null || isTold ? null : <Said k={`facility:${type}`} />
}
