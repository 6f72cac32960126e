import type { Alert } from '#domain/alerts/alert.ts'
import { describeAlert, type AlertReport } from '#domain/alerts/describe-alert.ts'
import type { Place } from '#domain/places/place.ts'
import { languageOf, Said, useWords, wordsIn, type Words } from '#i18n/index.ts'
import { DataList, Datum } from '#ui/DataList.tsx'
import { Icon } from '#ui/Icon.tsx'
import { LevelBadge } from '../level/index.ts'
import styles from './alerts.module.css'

/** A place of the person whose name an order names. */
export type Near = { readonly of: 'place' | 'home'; readonly place: Place }

const NEAR_KEYS = { place: 'near', home: 'nearHome' } as const satisfies Record<Near['of'], string>

/** The name of a district: as it stands on signs, with its reading where the pack has one. */
export const placeWords = ({ name, kana, romaji }: Pick<Place, 'name' | 'kana' | 'romaji'>): Words => ({
  ja: name,
  kana: kana ?? '',
  ...(romaji === null ? {} : { romaji }),
})

/** The digit on its colour; where the official scale has no level, a sign. */
export const LevelMark = ({
  level,
  large = false,
}: Pick<AlertReport, 'level'> & { readonly large?: boolean }) =>
  level === null ? (
    <span className={styles.sign}>
      <Icon name="warning" />
    </span>
  ) : (
    <LevelBadge level={level} large={large} isNamed />
  )

/** Whom it is for: each district by its name, or the whole city. */
const Where = ({ report, places }: { readonly report: AlertReport; readonly places: readonly Place[] }) => {
  const { language } = useWords('alerts')
  if (report.districts.length === 0) return <Said phrase={report.where} />
  return (
    <ul className={styles.districts}>
      {report.districts.map((name) => {
        const known = places.find((place) => place.name === name) ?? { name, kana: null, romaji: null }
        return (
          <li key={name}>
            <Said text={wordsIn(language, placeWords(known))} />
          </li>
        )
      })}
    </ul>
  )
}

/** What the city wrote itself: Japanese, and the language of the screen where the city has it. Beside our words, never instead. */
const OwnWords = ({ own }: Pick<AlertReport, 'own'>) => {
  const { language } = useWords('alerts')
  const shown = own.filter((one) => one.language === 'ja' || one.language === language)
  if (shown.length === 0) return null
  return (
    <div className={styles.own}>
      <p className={styles.ownName}>
        <Said k="alerts:own" />
      </p>
      {shown.map((one) => (
        <p
          key={one.language}
          lang={one.language === language ? languageOf(language).htmlLang : 'ja'}
          dir="auto"
          translate="no"
        >
          {one.text}
        </p>
      ))}
    </div>
  )
}

const NearMark = ({ near }: { readonly near: Near }) => {
  const t = useWords('alerts')
  return (
    <p className={styles.near}>
      <Icon name="pin" />
      <span>
        <Said text={t(NEAR_KEYS[near.of], { place: wordsIn(t.language, placeWords(near.place)) })} />
      </span>
    </p>
  )
}

/** One order: its name, what to do, whom it is for, since when, and what the city wrote. */
export const AlertCard = ({
  alert,
  now,
  places,
  near,
}: {
  readonly alert: Alert
  readonly now: number
  /** Named places of the pack, for the readings of districts. */
  readonly places: readonly Place[]
  /** Places of the person that it names. */
  readonly near: readonly Near[]
}) => {
  const report = describeAlert(alert, now)
  return (
    <li className={styles.card} data-level={report.isInForce ? (report.level ?? 'none') : undefined}>
      <h4 className={styles.name}>
        {report.isInForce ? <LevelMark level={report.level} large /> : null}
        <span>
          <Said phrase={report.name} />
        </span>
      </h4>
      {near.map((one) => (
        <NearMark key={one.of} near={one} />
      ))}
      {report.actions.map((action) => (
        <p key={action.key} className={styles.action}>
          <Said phrase={action} />
        </p>
      ))}
      <p>
        <Said phrase={report.when} />
      </p>
      <DataList>
        <Datum name={<Said k="alerts:hazard" />}>
          <Said phrase={report.hazard} />
        </Datum>
        <Datum name={<Said k="alerts:where.label" />}>
          <Where report={report} places={places} />
        </Datum>
      </DataList>
      <OwnWords own={report.own} />
      <p className={styles.sender}>
        <Said phrase={report.sender} />
      </p>
    </li>
  )
}
