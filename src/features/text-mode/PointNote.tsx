import { Said, formatMetres, useWords } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import type { Inspected } from '../risk/index.ts'

/** How far from a named point a home may be, for which the worst is then told. Metres; own choice, up to a long block. */
const CIRCLES = [0, 100, 300, 500] as const

/**
 * For which point the answer holds. Without the map nobody sees that a district's name stands for one point only, so it is
 * said.
 */
export const PointNote = ({ place }: { readonly place: Inspected }) => {
  const t = useWords('text')
  const [lng, lat] = place.at
  return (
    <p>
      <Said text={t('point.at', { lat: lat.toFixed(4), lng: lng.toFixed(4) })} />{' '}
      {place.from === 'search' && place.name !== null ? <Said k="text:point.named" /> : null}
    </p>
  )
}

/** For a place that was searched: asks for the worst within a circle, as a home may lie away from the point of a name. */
export const Circle = ({
  place,
  onCircle,
}: {
  readonly place: Inspected
  /** Asks anew for the worst within this many metres; null = for the point itself. */
  readonly onCircle: (metres: number | null) => void
}) => {
  const t = useWords('text')
  if (place.from !== 'search') return null
  return (
    <Chips
      legend={<Said k="text:point.how" />}
      options={CIRCLES.map((metres) => ({
        value: String(metres),
        label:
          metres === 0 ? (
            <Said k="text:point.exact" />
          ) : (
            <Said text={t('point.within', { distance: formatMetres(t.language, metres) })} />
          ),
      }))}
      value={String(place.accuracy ?? 0)}
      onChange={(metres) => onCircle(metres === '0' ? null : Number(metres))}
    />
  )
}
