import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { SITE_HAZARDS, type SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
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
}

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

/**
 * The sites for one hazard, the two kinds apart: a place to escape to is not a place to stay in. Designated ones come
 * first, then the nearest; distances are straight lines and are said to be so.
 */
export const SitesList = (props: SitesListProps) => {
  const { store, area, from } = props
  const hazard = useStore(store, (state) => state.hazard)
  const byKind = useMemo(
    () =>
      SITE_KINDS.map((kind) => ({ kind, sites: rankSites(area, from ?? middleOf(area), hazard, { kind }) })),
    [area, from, hazard],
  )
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
        <Quiet>
          <Said k="sites:distanceNote" />
        </Quiet>
      )}
      {byKind.map(({ kind, sites }) => (
        <SitesOfKind key={`${kind} ${hazard}`} kind={kind} sites={sites} hazard={hazard} props={props} />
      ))}
      <p>
        <Said k="sites:everyone" />
      </p>
      <Quiet>
        <Said k="sites:open" />
      </Quiet>
    </Panel>
  )
}
