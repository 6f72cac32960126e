import { useStore } from 'zustand'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { describeOnFootBasis } from '#domain/shelters/on-foot.ts'
import { rankSites } from '#domain/shelters/rank-sites.ts'
import type { Site } from '#domain/shelters/site.ts'
import { Said } from '#i18n/index.ts'
import type { Paint } from '#map/zone-looks.ts'
import { Panel, Quiet, Section } from '#ui/Panel.tsx'
import { ReadAloud } from '../speech/index.ts'
import { NONE_OPENED, type Opened } from './opened.ts'
import { saySite } from './say-site.ts'
import { SiteCard } from './SiteCard.tsx'
import { HazardChips, type WalksHere } from './SitesList.tsx'
import type { SheltersStore } from './store.ts'
import styles from './SitesList.module.css'

/** One site that was tapped on the map or chosen in the search. */
export const SitePanel = ({
  store,
  area,
  from,
  paint,
  opened = NONE_OPENED,
  onFoot = null,
  onWay,
}: {
  readonly store: SheltersStore
  readonly area: Area
  readonly from: LngLat | null
  readonly paint: Paint
  readonly opened?: Opened
  readonly onFoot?: WalksHere | null
  readonly onWay?: (site: Site) => void
}) => {
  const { hazard, picked } = useStore(store)
  const site = area.sites?.find((one) => one.id === picked)
  if (site === undefined) return null
  const [ranked] = rankSites({ ...area, sites: [site] }, from ?? site.at, hazard)
  if (ranked === undefined) return null
  return (
    <Panel>
      <ReadAloud
        about={JSON.stringify([site.id, hazard, from])}
        says={saySite(area, site, hazard, from, { opened, onFoot })}
      />
      <HazardChips store={store} />
      <Section title={<Said k={`sites:category.${site.kind}.name`} />}>
        <p>
          <Said k={`sites:category.${site.kind}.meaning`} />
        </p>
        <ul className={styles.list}>
          <SiteCard
            ranked={ranked}
            hazard={hazard}
            paint={paint}
            from={from}
            opened={opened}
            walk={onFoot?.walks.to.get(site.id)}
            onShow={null}
            onWay={onWay === undefined ? null : () => onWay(site)}
          />
        </ul>
        {from === null || onFoot?.walks.to.get(site.id) === undefined
          ? null
          : describeOnFootBasis(onFoot.walks, onFoot.now).map((phrase) => (
              <Quiet key={phrase.key}>
                <Said phrase={phrase} />
              </Quiet>
            ))}
      </Section>
    </Panel>
  )
}
