import { bearing, compassPoint } from '#domain/geo/bearing.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Distance } from '#domain/routes/ways-question.ts'
import { describeOnFoot } from '#domain/shelters/on-foot.ts'
import { describeOpened } from '#domain/alerts/describe-opened.ts'
import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'
import { drawnAs } from '#domain/risk/describe-answer.ts'
import { designationOf, zonePhrase } from '#domain/shelters/describe-site.ts'
import type { RankedSite } from '#domain/shelters/rank-sites.ts'
import type { Site } from '#domain/shelters/site.ts'
import { formatMetres, formatNumber, plain, Said, useWords, wordsIn } from '#i18n/index.ts'
import type { Paint } from '#map/zone-looks.ts'
import { Button } from '#ui/Button.tsx'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { Actions } from '#ui/Panel.tsx'
import { Swatch } from '#ui/Swatch.tsx'
import { FacilityType } from './FacilityType.tsx'
import { NONE_OPENED, type Opened } from './opened.ts'
import { NO_DIRECTION, siteWords } from './site-words.ts'
import styles from './SiteCard.module.css'

const MARKS: { readonly [designation in ReturnType<typeof designationOf>]: IconName } = {
  yes: 'check',
  no: 'close',
  unknown: 'question',
}

const Designated = ({ site, hazard }: { readonly site: Site; readonly hazard: SiteHazard }) => {
  const designation = designationOf(site, hazard)
  return (
    <p className={styles.fact} data-designation={designation}>
      <Icon name={MARKS[designation]} />
      <span>
        <Said k={`sites:designation.${designation}.${hazard}`} />
      </span>
    </p>
  )
}

/** What the hazard map shows at the site itself. It neither confirms nor cancels the designation. */
const Zone = ({ zone, paint }: { readonly zone: RankedSite['zone']; readonly paint: Paint }) => {
  const drawn = zone?.answer === 'hazard' ? drawnAs(zone) : null
  return (
    <p className={styles.fact} data-zone={zone?.answer ?? 'noMap'}>
      {drawn === null ? (
        <Icon name={zone?.answer === 'hazard' ? 'warning' : 'question'} />
      ) : (
        <Swatch paint={paint(drawn.layer, drawn.rank)} />
      )}
      <span>
        <Said phrase={zone === null ? { key: 'app:site.noMap' } : zonePhrase(zone)} />
      </span>
    </p>
  )
}

/** What the city says of it, when it does: that it has opened it. */
const CitySays = ({ opened, id }: { readonly opened: Opened; readonly id: string }) =>
  describeOpened(opened.sites, id, opened.now).map((phrase) => (
    <p key={phrase.key} className={styles.fact}>
      <Icon name={phrase.key === 'sites:opened.old' ? 'warning' : 'about'} />
      <span>
        <Said phrase={phrase} />
      </span>
    </p>
  ))

/**
 * How far on foot, where that is known; then how far in a straight line and in which direction, for whoever has no map before
 * their eyes.
 */
const Way = ({
  from,
  to,
  metres,
  walk,
}: {
  readonly from: LngLat
  readonly to: LngLat
  readonly metres: number
  readonly walk: Distance['way'] | undefined
}) => {
  const t = useWords('sites')
  const key = metres < NO_DIRECTION ? 'sites:distance' : `points:way.${compassPoint(bearing(from, to))}`
  const [headline, ...notes] = describeOnFoot(walk)
  return (
    <>
      {headline === undefined ? null : (
        <p className={styles.distance} data-walk={walk?.ok === true ? 'known' : 'none'}>
          <Said phrase={headline} />
        </p>
      )}
      {notes.map((phrase) => (
        <p key={phrase.key} className={styles.onWay}>
          <Icon name="warning" />
          <span>
            <Said phrase={phrase} />
          </span>
        </p>
      ))}
      <p className={headline === undefined ? styles.distance : styles.straight}>
        <Said text={t(key, { distance: formatMetres(t.language, metres) })} />
      </p>
    </>
  )
}

/** What else is recorded of the site. */
const Record = ({ site }: { readonly site: Site }) => {
  const t = useWords('app')
  return (
    <div className={styles.record}>
      {site.welfare ? (
        <p>
          <Said k="sites:welfareOnly" />
        </p>
      ) : null}
      {site.alsoOther === true ? (
        <p>
          <Said k={site.kind === 'shelter' ? 'sites:alsoEmergencySite' : 'sites:alsoShelter'} />
        </p>
      ) : null}
      {site.capacity === null ? null : (
        <p>
          <Said text={t('sites:capacity', { people: formatNumber(t.language, site.capacity) })} />
        </p>
      )}
      {[site.address, site.note].map((text, index) =>
        text === null || text === '' ? null : (
          <p key={index} lang="ja" translate="no">
            {text}
          </p>
        ),
      )}
    </div>
  )
}

/** What can be done with a site, each button with its name for the ear. */
const SiteActions = ({
  name,
  onShow,
  onWay,
}: {
  readonly name: string
  readonly onShow: (() => void) | null
  readonly onWay: (() => void) | null
}) => {
  const t = useWords('app')
  if (onShow === null && onWay === null) return null
  return (
    <Actions>
      {onWay === null ? null : (
        <Button icon="route" onClick={onWay} aria-label={plain(t('site.wayNamed', { name }))}>
          <Said k="app:site.way" />
        </Button>
      )}
      {onShow === null ? null : (
        <Button icon="pin" onClick={onShow} aria-label={t.label('site.showNamed', { name })}>
          <Said k="app:site.show" />
        </Button>
      )}
    </Actions>
  )
}

/** One site: how far, and side by side what it is designated for and what the map shows there. */
export const SiteCard = ({
  ranked,
  hazard,
  paint,
  from,
  walk,
  opened = NONE_OPENED,
  onShow,
  onWay = null,
}: {
  readonly ranked: RankedSite
  readonly hazard: SiteHazard
  readonly paint: Paint
  /** Distance and direction are told from here; null = no place was chosen. */
  readonly from: LngLat | null
  /** How far it is on foot from there; `undefined` = not known. */
  readonly walk?: Distance['way'] | undefined
  readonly opened?: Opened
  /** Shows it on the map; null where there is no map. */
  readonly onShow: (() => void) | null
  /** Tells the way there on foot; null where no way is offered. */
  readonly onWay?: (() => void) | null
}) => {
  const t = useWords('app')
  const { site, metres, zone, collapse } = ranked
  const name = wordsIn(t.language, siteWords(site.name))
  const isContradiction = site.designated[hazard] === true && (zone?.answer === 'hazard' || collapse)
  return (
    <li className={styles.card} data-kind={site.kind}>
      <h4 className={styles.name}>
        <Said text={name} />
      </h4>
      <p className={styles.type}>
        <FacilityType name={site.name.ja} translated={site.name.en} />
      </p>
      {from === null ? null : <Way from={from} to={site.at} metres={metres} walk={walk} />}
      <div className={styles.facts}>
        <CitySays opened={opened} id={site.id} />
        <Designated site={site} hazard={hazard} />
        <Zone zone={zone} paint={paint} />
        {collapse ? (
          <p className={styles.fact} data-zone="hazard">
            <Icon name="warning" />
            <span>
              <Said k="sites:zone.collapse" />
            </span>
          </p>
        ) : null}
      </div>
      {isContradiction ? (
        <p className={styles.contradiction}>
          <Said k="sites:zone.both" />
        </p>
      ) : null}
      <Record site={site} />
      <SiteActions name={name} onShow={onShow} onWay={onWay} />
    </li>
  )
}
