import { useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { SITE_HAZARDS, type SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import { describeOnFootBasis, rankOnFoot, type OnFoot } from '#domain/shelters/on-foot.ts'
import { rankSites, type RankedSite } from '#domain/shelters/rank-sites.ts'
import type { Site } from '#domain/shelters/site.ts'
import { formatNumber, Said, useWords } from '#i18n/index.ts'
import type { Paint } from '#map/zone-looks.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel, Quiet, Section } from '#ui/Panel.tsx'
import { NONE_OPENED, type Opened } from './opened.ts'
import { SITE_KINDS } from './site-words.ts'
import { SiteCard } from './SiteCard.tsx'
import type { SheltersStore } from './store.ts'
import { useSteadyOrder } from './use-steady.ts'
import styles from './SitesList.module.css'

export type SitesListProps = {
  readonly store: SheltersStore
  readonly area: Area
  /** Distances are from here; null = no place was chosen, then by the middle of the area and without distances. */
  readonly from: LngLat | null
  readonly paint: Paint
  /** How many of each kind are shown at first. */
  readonly first: number
  readonly onShow: ((site: Site) => void) | null
  /** Tells the way there on foot. */
  readonly onWay?: (site: Site) => void
  /** The sites that the city says are open. */
  readonly opened?: Opened
  /** How far they are along real ways from `from`; null = not known (yet). */
  readonly onFoot?: WalksHere | null
}

/** Distances on foot, and the time of now. */
export type WalksHere = { readonly walks: OnFoot; readonly now: number }

/** The middle of the area's box: the order of the list when no place was chosen. */
export const middleOf = (area: Area): LngLat => {
  const [west, south, east, north] = area.manifest.bounds
  return [(west + east) / 2, (south + north) / 2]
}

/** Which hazard the sites are looked at for. */
export const HazardChips = ({ store }: { readonly store: SheltersStore }) => {
  const hazard = useStore(store, (state) => state.hazard)
  return (
    <Chips<SiteHazard>
      inOneRow
      legend={<Said k="sites:list.hazard" />}
      options={SITE_HAZARDS.map((value) => ({ value, label: <Said k={`hazards:site.${value}`} /> }))}
      value={hazard}
      onChange={(value) => store.setState({ hazard: value })}
    />
  )
}

const SitesOfKind = ({
  kind,
  sites,
  hazard,
  props,
}: {
  readonly kind: Site['kind']
  readonly sites: readonly RankedSite[]
  readonly hazard: SiteHazard
  readonly props: SitesListProps
}) => {
  const t = useWords('app')
  const [shown, setShown] = useState(props.first)
  const { onShow, onWay } = props
  return (
    <Section title={<Said k={`sites:category.${kind}.name`} />}>
      <Quiet>
        <Said k={`sites:category.${kind}.meaning`} />
      </Quiet>
      {sites.length === 0 ? (
        <p>
          <Said k="sites:list.empty" />
        </p>
      ) : null}
      <ul className={styles.list}>
        {sites.slice(0, shown).map((ranked) => (
          <SiteCard
            key={ranked.site.id}
            ranked={ranked}
            hazard={hazard}
            paint={props.paint}
            from={props.from}
            opened={props.opened ?? NONE_OPENED}
            walk={props.onFoot?.walks.to.get(ranked.site.id)}
            onShow={onShow === null ? null : () => onShow(ranked.site)}
            onWay={onWay === undefined ? null : () => onWay(ranked.site)}
          />
        ))}
      </ul>
      {shown < sites.length ? (
        <Button icon="list" onClick={() => setShown(sites.length)}>
          <Said text={t('site.showAll', { count: formatNumber(t.language, sites.length) })} />
        </Button>
      ) : null}
    </Section>
  )
}

/** What the distances are: of which pace, and of when the closures are; straight ones are said to be so. */
const Basis = ({
  onFoot,
  isAllOnFoot,
}: {
  readonly onFoot: WalksHere | null
  readonly isAllOnFoot: boolean
}) => (
  <div role="status" className={styles.basis}>
    {onFoot === null ? null : (
      <Quiet>
        {describeOnFootBasis(onFoot.walks, onFoot.now).map((phrase) => (
          <span key={phrase.key} className={styles.sentence}>
            <Said phrase={phrase} />
          </span>
        ))}
      </Quiet>
    )}
    {isAllOnFoot ? null : (
      <Quiet>
        <Said k="sites:distanceNote" />
      </Quiet>
    )}
  </div>
)

/** The sites of each kind in their order: by straight line at first, by the time on foot once that is known. */
function useRanked({ area, from }: SitesListProps, hazard: SiteHazard, order: OnFoot | null) {
  const straight = useMemo(
    () =>
      SITE_KINDS.map((kind) => ({ kind, sites: rankSites(area, from ?? middleOf(area), hazard, { kind }) })),
    [area, from, hazard],
  )
  return useMemo(
    () =>
      order === null
        ? straight
        : straight.map(({ kind, sites }) => ({ kind, sites: rankOnFoot(sites, hazard, order) })),
    [straight, hazard, order],
  )
}

/**
 * The sites for one hazard, the two kinds apart: a place to escape to is not a place to stay in. Designated ones come
 * first, then the nearest on foot; where no way is known the straight line is told, and is said to be one.
 */
export const SitesList = (props: SitesListProps) => {
  const { store, area, from, onFoot = null } = props
  const hazard = useStore(store, (state) => state.hazard)
  const box = useRef<HTMLDivElement>(null)
  const order = useSteadyOrder(box, onFoot?.walks ?? null, `${hazard} ${from?.join() ?? ''}`)
  const byKind = useRanked(props, hazard, order)
  if (area.sites === null)
    return (
      <Notice tone="unknown">
        <p>
          <Said k="sites:list.unreadable" />
        </p>
      </Notice>
    )
  return (
    <Panel>
      <HazardChips store={store} />
      {from === null ? null : (
        <Basis
          onFoot={onFoot}
          isAllOnFoot={area.sites.every(({ id }) => onFoot?.walks.to.get(id)?.ok === true)}
        />
      )}
      <div ref={box} className={styles.kinds}>
        {byKind.map(({ kind, sites }) => (
          <SitesOfKind key={`${kind} ${hazard}`} kind={kind} sites={sites} hazard={hazard} props={props} />
        ))}
      </div>
      <p>
        <Said k="sites:everyone" />
      </p>
      <Quiet>
        <Said k="sites:open" />
      </Quiet>
    </Panel>
  )
}
