import { useMemo } from 'react'
import { addEntry } from '#domain/plan/edits/edit-lists.ts'
import { MOST, SITE_HAZARD_OF } from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'
import { describeSite } from '#domain/shelters/describe-site.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'
import { formatMetres, Said, useWords, wordsIn } from '#i18n/index.ts'
import { siteWords } from '#features/shelters/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quiet } from '#ui/Panel.tsx'
import { HazardFacts, type HazardFact } from '../HazardFacts.tsx'
import styles from '../interview.module.css'
import { designatedFor, suggestSites, type SuggestedSite } from '../suggest-sites.ts'
import { FirstHome } from './FirstHome.tsx'
import type { QuestionProps } from './question-props.ts'

/** What the address is besides is no fact about a danger. */
const BESIDES: readonly string[] = ['sites:alsoShelter', 'sites:alsoEmergencySite', 'sites:welfareOnly']

const factOf = ({ hazard, ranked }: SuggestedSite['for'][number]): HazardFact => ({
  hazard,
  inZone: ranked.zone?.answer === 'hazard' || ranked.collapse,
  phrases: describeSite(ranked, SITE_HAZARD_OF[hazard]).filter(({ key }) => !BESIDES.includes(key)),
})

const Suggestion = ({
  suggested,
  reached,
  edit,
}: Pick<QuestionProps, 'edit'> & {
  readonly suggested: SuggestedSite
  readonly reached: readonly TimelineHazard[]
}) => {
  const t = useWords('interview')
  const { site, metres } = suggested
  const name = wordsIn(t.language, siteWords(site.name))
  const choose = () =>
    edit(
      addEntry('destinations', {
        kind: 'site',
        site: site.id,
        name: cleanText(site.name.ja, MOST.name),
        at: [site.at[0], site.at[1]],
        hazards: [...designatedFor(site)],
        by: 'walk',
        minutes: null,
        phone: '',
        note: '',
      }),
    )
  return (
    <li className={styles.card}>
      <h4>
        <Said text={name} />
      </h4>
      <p>
        <Said text={t('sites:distance', { distance: formatMetres(t.language, metres) })} />
      </p>
      <HazardFacts of={suggested.for.map(factOf)} reached={reached} />
      <div>
        <Button icon="plus" onClick={choose} aria-label={t.label('destinations.chooseNamed', { name })}>
          <Said k="interview:destinations.choose" />
        </Button>
      </div>
    </li>
  )
}

/** The nearest sites that the city designated for the dangers of this family, each with both facts. */
export const SiteSuggestions = ({
  tools,
  plan,
  facts,
  edit,
  onGo,
  hazards,
}: QuestionProps & { readonly hazards: readonly TimelineHazard[] }) => {
  const { area } = tools
  const at = facts.home?.place.at ?? null
  const wanted = hazards.join(' ')
  const all = useMemo(
    () => (area === null || at === null ? [] : suggestSites(area, at, wanted.split(' ') as TimelineHazard[])),
    [area, at, wanted],
  )
  const taken = new Set(plan.destinations.map(({ site }) => site))
  const left = all.filter(({ site }) => !taken.has(site.id))
  if (at === null) return <FirstHome needs="home" onGo={onGo} />
  if (area === null || area.sites === null)
    return (
      <Notice tone="unknown">
        <p>
          <Said k={area === null ? 'interview:home.noArea' : 'sites:list.unreadable'} />
        </p>
      </Notice>
    )
  return (
    <>
      <h4>
        <Said k="interview:destinations.sites" />
      </h4>
      {left.length === 0 ? (
        <p>
          <Said k={`interview:destinations.${all.length === 0 ? 'noSites' : 'noMoreSites'}`} />
        </p>
      ) : (
        <ul className={styles.list}>
          {left.map((suggested) => (
            <Suggestion key={suggested.site.id} suggested={suggested} reached={facts.reached} edit={edit} />
          ))}
        </ul>
      )}
      <Quiet>
        <Said k="sites:open" />
      </Quiet>
    </>
  )
}
