import type { FeatureNear } from '#domain/features/features-near.ts'
import type { LocalFeature } from '#domain/features/local-feature.ts'
import { compassPoint } from '#domain/geo/bearing.ts'
import type { PackSource } from '#domain/packs/area-pack.ts'
import { formatDate, formatMetres, Said, useWords, wordsIn } from '#i18n/index.ts'
import { More } from '#ui/Panel.tsx'
import styles from './AroundHere.module.css'

/** Words of the data, which are in Japanese only. */
const Japanese = ({ text }: { readonly text: string | null }) =>
  text === null ? null : (
    <p lang="ja" translate="no">
      {text}
    </p>
  )

const Name = ({ name }: { readonly name: LocalFeature['name'] }) => {
  const t = useWords('points')
  if (name === null) return null
  const words = { ja: name.ja, kana: name.kana ?? '', ...(name.en === null ? {} : { en: name.en }) }
  return (
    <p className={styles.name}>
      <Said text={wordsIn(t.language, words)} />
    </p>
  )
}

/** How far and in which direction; of a past flood first whether it reached this very place. */
const Way = ({ near }: { readonly near: FeatureNear }) => {
  const t = useWords('points')
  if (near.isHere) return null
  return (
    <p className={styles.way}>
      {near.bearing === null ? (
        <Said k="points:way.here" />
      ) : (
        <Said
          text={t(`way.${compassPoint(near.bearing)}`, { distance: formatMetres(t.language, near.metres) })}
        />
      )}
    </p>
  )
}

/** What the date of the fact means, by kind. */
function dateKey({ feature, isHere }: FeatureNear): string {
  if (feature.kind === 'pastFlood') return isHere ? 'points:flooded.here' : 'points:flooded.near'
  return feature.kind === 'memorial' ? 'points:built' : 'points:recorded'
}

const DateOf = ({ near }: { readonly near: FeatureNear }) => {
  const t = useWords('points')
  const { date } = near.feature
  if (date === null) return null
  return (
    <p>
      <Said text={t(dateKey(near), { date: formatDate(t.language, date) })} />
    </p>
  )
}

const Source = ({ source }: { readonly source: PackSource | null }) => {
  const t = useWords('app')
  if (source === null) return null
  return (
    <p className={styles.source}>
      <span lang="ja" translate="no">
        {source.credit}
      </span>{' '}
      <span>
        {source.asOf === null ? (
          <Said k="app:answer.asOfUnknown" />
        ) : (
          <Said text={t('answer.asOf', { date: formatDate(t.language, source.asOf) })} />
        )}
      </span>
    </p>
  )
}

/** One place: its name, how far and where, what happened; the story of a monument is folded away. */
export const PointItem = ({
  near,
  source,
}: {
  readonly near: FeatureNear
  /** Whose fact it is; null when the pack does not list it. */
  readonly source: PackSource | null
}) => {
  const { feature } = near
  return (
    <li className={styles.item} data-here={near.isHere}>
      <Name name={feature.name} />
      <Way near={near} />
      {feature.kind === 'pastFlood' ? <DateOf near={near} /> : null}
      <Japanese text={feature.event} />
      {feature.kind === 'pastFlood' ? null : <DateOf near={near} />}
      {feature.kind === 'memorial' && feature.note !== null ? (
        <More summary={<Said k="points:story" />}>
          <Japanese text={feature.note} />
        </More>
      ) : (
        <Japanese text={feature.note} />
      )}
      <Source source={source} />
    </li>
  )
}
