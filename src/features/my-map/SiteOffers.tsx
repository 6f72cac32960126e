import { useMemo, useState } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { homePlaceOf } from '#domain/plan/household.ts'
import { MOST, SITE_HAZARD_OF, type Plan } from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'
import { searchPlaces } from '#domain/places/search-places.ts'
import { describeSite } from '#domain/shelters/describe-site.ts'
import { rankSites, type RankedSite } from '#domain/shelters/rank-sites.ts'
import type { Site } from '#domain/shelters/site.ts'
import { TIMELINE_HAZARDS, type TimelineHazard } from '#domain/timeline/trigger.ts'
import { formatMetres, Said, useWords, wordsIn } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { TextField } from '#ui/Field.tsx'
import { Quiet } from '#ui/Panel.tsx'
import { siteWords } from '../shelters/index.ts'
import styles from './ThingPanel.module.css'

export type ChooseSite = (chosen: {
  readonly site: string
  readonly name: string
  readonly at: [number, number]
}) => void

/** How many sites are shown at first. */
const FIRST = 5

const middleOf = ({ manifest: { bounds } }: Area): LngLat => [
  (bounds[0] + bounds[2]) / 2,
  (bounds[1] + bounds[3]) / 2,
]

/** One site with both facts: what it is designated for, and which zone lies there. */
const Offer = ({
  ranked,
  hazard,
  isFar,
  onChoose,
}: {
  readonly ranked: RankedSite
  readonly hazard: TimelineHazard
  /** True when the distance is one from home. */
  readonly isFar: boolean
  readonly onChoose: (site: Site) => void
}) => {
  const t = useWords('mymap')
  const { site, metres } = ranked
  const name = wordsIn(t.language, siteWords(site.name))
  return (
    <li className={styles.offer}>
      <p className={styles.value}>
        <Said text={name} />
      </p>
      <p>
        <Said k={`sites:category.${site.kind}.name`} />
      </p>
      {isFar ? (
        <p>
          <Said text={t('row.fromHome', { distance: formatMetres(t.language, metres) })} />
        </p>
      ) : null}
      {describeSite(ranked, SITE_HAZARD_OF[hazard]).map((phrase) => (
        <p key={phrase.key}>
          <Said phrase={phrase} />
        </p>
      ))}
      <Button icon="check" aria-label={t.label('site.takeNamed', { name })} onClick={() => onChoose(site)}>
        <Said k="mymap:site.take" />
      </Button>
    </li>
  )
}

/** The sites of the list whose name holds what was typed; all of them where nothing was. */
function useFound(area: Area, from: LngLat, hazard: TimelineHazard, text: string): readonly RankedSite[] {
  return useMemo(() => {
    const ranked = rankSites(area, from, SITE_HAZARD_OF[hazard])
    if (text.trim() === '') return ranked
    const ids = new Set(searchPlaces(area, text, Infinity).map(({ siteId }) => siteId))
    return ranked.filter(({ site }) => ids.has(site.id))
  }, [area, from, hazard, text])
}

const Offers = ({
  found,
  hazard,
  isFar,
  onChoose,
}: {
  readonly found: readonly RankedSite[]
  readonly hazard: TimelineHazard
  readonly isFar: boolean
  readonly onChoose: ChooseSite
}) => {
  const t = useWords('mymap')
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? found : found.slice(0, FIRST)
  return (
    <>
      <ul className={styles.offers}>
        {shown.map((ranked) => (
          <Offer
            key={ranked.site.id}
            ranked={ranked}
            hazard={hazard}
            isFar={isFar}
            onChoose={({ id, name, at }) =>
              onChoose({ site: id, name: cleanText(name.ja, MOST.name), at: [...at] })
            }
          />
        ))}
      </ul>
      {shown.length < found.length ? (
        <Button icon="list" onClick={() => setWhole(true)}>
          <Said text={t('app:site.showAll', { count: found.length })} />
        </Button>
      ) : null}
    </>
  )
}

/** The sites of the list with both facts each, for one danger, found by name. */
export const SiteOffers = ({
  area,
  plan,
  onChoose,
}: {
  readonly area: Area
  readonly plan: Plan
  readonly onChoose: ChooseSite
}) => {
  const home = homePlaceOf(plan)?.at ?? null
  const [hazard, setHazard] = useState<TimelineHazard>(plan.hazards?.[0] ?? 'flood')
  const [text, setText] = useState('')
  const [middle] = useState(() => middleOf(area))
  const found = useFound(area, home ?? middle, hazard, text)
  return (
    <>
      <Chips
        legend={<Said k="sites:list.hazard" />}
        options={TIMELINE_HAZARDS.map((value) => ({ value, label: <Said k={`hazards:site.${value}`} /> }))}
        value={hazard}
        onChange={setHazard}
      />
      <TextField label={<Said k="mymap:site.search" />} value={text} most={100} onCommit={setText} />
      <p role="status">
        {found.length === 0 ? (
          <Said k="mymap:site.noHit" />
        ) : (
          <Said k="search:hits" params={{ number: found.length, count: found.length }} />
        )}
      </p>
      {home === null ? null : (
        <Quiet>
          <Said k="sites:distanceNote" />
        </Quiet>
      )}
      <Offers
        key={`${hazard} ${text}`}
        found={found}
        hazard={hazard}
        isFar={home !== null}
        onChoose={onChoose}
      />
      <Quiet>
        <Said k="sites:open" />
      </Quiet>
    </>
  )
}
