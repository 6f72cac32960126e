import type { Stretch } from '#domain/publish/stretches.ts'
import { formatMetres, Said, useWords } from '#i18n/index.ts'

/** A stretch in words: its road, its length, and what is near. */
export const StretchName = ({
  stretch,
  place,
}: {
  readonly stretch: Stretch
  readonly place: string | null
}) => {
  const t = useWords('staff')
  const { name, metres, way } = stretch
  const road = name === null || name.ja === '' ? (name?.ref ?? t(`way.${way}`)) : name.ja
  const length = formatMetres(t.language, metres)
  return (
    <span>
      <Said
        text={
          place === null ? t('stretch.bare', { road, length }) : t('stretch.near', { road, length, place })
        }
      />
    </span>
  )
}
