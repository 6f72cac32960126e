import { describeOpened } from '#domain/alerts/describe-opened.ts'
import { bearing, compassPoint } from '#domain/geo/bearing.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import { designationOf, zonePhrase } from '#domain/shelters/describe-site.ts'
import { describeOnFoot, describeOnFootBasis, rankOnFoot } from '#domain/shelters/on-foot.ts'
import { rankSites, type RankedSite } from '#domain/shelters/rank-sites.ts'
import type { Site } from '#domain/shelters/site.ts'
import { formatMetres, nameAloud, type SayWords } from '#i18n/index.ts'
import type { Speech } from '../speech/index.ts'
import { NONE_OPENED, type Opened } from './opened.ts'
import type { WalksHere } from './SitesList.tsx'
import { NO_DIRECTION, SITE_KINDS, siteWords } from './site-words.ts'

function sayWay(t: SayWords, from: LngLat, { site, metres }: RankedSite): string {
  const key = metres < NO_DIRECTION ? 'sites:distance' : `points:way.${compassPoint(bearing(from, site.at))}`
  return t(key, { distance: formatMetres(t.language, metres) })
}

/** What is known besides the list itself: what the city says is open, and how far the sites are on foot. */
export type SitesBeside = { readonly opened?: Opened; readonly onFoot?: WalksHere | null }

/** One site: its name, the way, what it is designated for and, side by side with it, what the map shows there. */
const sayRanked = (
  t: SayWords,
  ranked: RankedSite,
  hazard: SiteHazard,
  from: LngLat | null,
  { opened = NONE_OPENED, onFoot = null }: SitesBeside,
): readonly string[] => {
  const { site, zone, collapse } = ranked
  const isContradiction = site.designated[hazard] === true && (zone?.answer === 'hazard' || collapse)
  return [
    nameAloud(t.language, siteWords(site.name)),
    ...(from === null
      ? []
      : [...describeOnFoot(onFoot?.walks.to.get(site.id)).map(t.phrase), sayWay(t, from, ranked)]),
    ...describeOpened(opened.sites, site.id, opened.now).map(t.phrase),
    t(`sites:designation.${designationOf(site, hazard)}.${hazard}`),
    t.phrase(zone === null ? { key: 'app:site.noMap' } : zonePhrase(zone)),
    ...(collapse ? [t('sites:zone.collapse')] : []),
    ...(isContradiction ? [t('sites:zone.both')] : []),
    ...(site.welfare ? [t('sites:welfareOnly')] : []),
  ]
}

const sayKind = (t: SayWords, kind: Site['kind']): readonly string[] => [
  t(`sites:category.${kind}.name`),
  t(`sites:category.${kind}.meaning`),
]

const sayBasis = (t: SayWords, { onFoot = null }: SitesBeside): readonly string[] =>
  onFoot === null ? [] : describeOnFootBasis(onFoot.walks, onFoot.now).map(t.phrase)

/** A site as it is read aloud on its own. */
export const saySite =
  (area: Area, site: Site, hazard: SiteHazard, from: LngLat | null, beside: SitesBeside = {}): Speech =>
  (t) => {
    const [ranked] = rankSites({ ...area, sites: [site] }, from ?? site.at, hazard)
    if (ranked === undefined) return []
    const isNamed = beside.opened?.sites?.ids.has(site.id) === true
    const isWalked = from !== null && beside.onFoot?.walks.to.get(site.id) !== undefined
    return [
      ...sayRanked(t, ranked, hazard, from, beside),
      ...(isWalked ? sayBasis(t, beside) : []),
      ...sayKind(t, site.kind),
      ...(isNamed ? [] : [t('sites:open')]),
    ]
  }

/** The first sites of each kind for one hazard, as they are listed for a place. */
export const saySites =
  (area: Area, from: LngLat, hazard: SiteHazard, first: number, beside: SitesBeside = {}): Speech =>
  (t) => [
    t('sites:list.title'),
    ...(area.sites === null
      ? [t('sites:list.unreadable')]
      : [
          ...sayBasis(t, beside),
          ...SITE_KINDS.flatMap((kind) => {
            const all = rankSites(area, from, hazard, { kind })
            const walks = beside.onFoot?.walks
            const ranked = (walks === undefined ? all : rankOnFoot(all, hazard, walks)).slice(0, first)
            return [
              ...sayKind(t, kind),
              ...(ranked.length === 0 ? [t('sites:list.empty')] : []),
              ...ranked.flatMap((one) => sayRanked(t, one, hazard, from, beside)),
            ]
          }),
          t('sites:everyone'),
          t('sites:open'),
        ]),
  ]
