import { useMemo, type ReactNode } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { describeExposure, describeWay } from '#domain/plan/describe-facts.ts'
import { homePlaceOf } from '#domain/plan/household.ts'
import type { DestinationFacts, PlaceFacts, RouteFacts } from '#domain/plan/plan-facts.ts'
import type { Mark, Plan } from '#domain/plan/plan.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'
import type { StayDecision } from '#domain/stay/stay-decision.ts'
import { formatMetres, Said, useWords } from '#i18n/index.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { assessRing } from './area-risk.ts'
import { goalChecks } from './goal-checks.ts'
import { GoalChecks } from './GoalChecks.tsx'
import styles from './MyMapPanel.module.css'

type Tone = 'hazard' | 'unknown' | 'none'
const ICONS: { readonly [tone in Tone]: IconName } = { hazard: 'warning', unknown: 'question', none: 'about' }

/** One line of what is known, with the sign of its tone. */
const Line = ({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) => (
  <p className={styles.line} data-tone={tone}>
    <Icon name={ICONS[tone]} />
    <span>{children}</span>
  </p>
)

/** The worst that is known of a place, in one line. */
export const RiskLine = ({
  area,
  risk,
}: {
  readonly area: Area | null
  readonly risk: RiskAnswer | null
}) => {
  const report = useMemo(
    () => (area === null || risk === null ? null : describeRisk(risk, area.manifest)),
    [area, risk],
  )
  if (report === null)
    return (
      <Line tone="unknown">
        <Said k="mymap:row.noArea" />
      </Line>
    )
  const tones = new Set(report.reports.map(({ tone }) => tone))
  return (
    <Line tone={tones.has('hazard') ? 'hazard' : tones.has('unknown') ? 'unknown' : 'none'}>
      <Said phrase={report.headline} />
    </Line>
  )
}

/** How far something is from home; nothing where home, or the thing itself, is not known. */
export const FromHome = ({ plan, at }: { readonly plan: Plan; readonly at: LngLat | null }) => {
  const t = useWords('mymap')
  const home = homePlaceOf(plan)
  if (home === null || at === null || home.at === at) return null
  return (
    <p>
      <Said text={t('row.fromHome', { distance: formatMetres(t.language, metresBetween(home.at, at)) })} />
    </p>
  )
}

const STAY_TONES = { leave: 'hazard', notKnown: 'unknown', stayPossible: 'hazard' } as const

/** Stay or leave, in a few words; nothing while the building was not told. */
const Stay = ({ stay }: { readonly stay: StayDecision | null }) => {
  if (stay === null) return null
  const { result, rule } = stay.overall
  return (
    <Line tone={rule === 'E' ? 'none' : STAY_TONES[result]}>
      <span className={styles.about}>
        <Said k="stay:title" />
      </span>{' '}
      <strong>
        <Said k={`stay:result.${rule === 'E' ? 'outside' : result}`} />
      </strong>
    </Line>
  )
}

export const PlaceLines = ({ area, facts }: { readonly area: Area | null; readonly facts: PlaceFacts }) => (
  <>
    <RiskLine area={area} risk={facts.risk} />
    <Stay stay={facts.stay} />
  </>
)

/** What is wrong with a destination in the dangers in which the family means to go there, and how long the way takes. */
export const DestinationLines = ({ facts }: { readonly facts: DestinationFacts }) => (
  <>
    {facts.way === null
      ? null
      : describeWay(facts.way, facts.destination.by, facts.isBarred).map((phrase) => (
          <p key={phrase.key}>
            <Said phrase={phrase} />
          </p>
        ))}
    <GoalChecks checks={goalChecks(facts).filter(({ meant }) => meant)} />
  </>
)

/** The risk of a mark: at its point, or the worst within its area. */
export const MarkLines = ({ area, mark: { shape } }: { readonly area: Area | null; readonly mark: Mark }) => {
  const risk = useMemo(() => {
    if (area === null) return null
    return shape.type === 'point' ? assessRisk(area, shape.at) : assessRing(area, shape.ring)
  }, [area, shape])
  return <RiskLine area={area} risk={risk} />
}

/** How long a route is, its minutes, and the worst that it leads through. */
export const RouteLines = ({
  plan,
  facts: { route, exposure, closures, way },
}: {
  readonly plan: Plan
  readonly facts: RouteFacts
}) => {
  const t = useWords('mymap')
  const report = exposure === null ? null : describeExposure(exposure)
  const [worst] = report?.lines ?? []
  const goal = plan.destinations.find(({ id }) => id === route.destination)
  const [time] = describeWay(way, 'walk').slice(-1)
  return (
    <>
      {goal === undefined || goal.name === '' ? null : (
        <p>
          <Said text={t('row.leadsTo', { name: goal.name })} />
        </p>
      )}
      {closures.length === 0 ? null : (
        <Line tone="hazard">
          <Said k="closures:route.some" />
        </Line>
      )}
      {report === null ? (
        <Line tone="unknown">
          <Said k="mymap:row.noArea" />
        </Line>
      ) : (
        <Line tone={exposure !== null && exposure.impassable > 0 ? 'hazard' : (worst?.tone ?? 'none')}>
          <Said phrase={report.headline} />
        </Line>
      )}
      {worst === undefined ? null : (
        <Line tone={worst.tone}>
          <Said phrase={worst.text} />
        </Line>
      )}
      {time === undefined ? null : (
        <p>
          <Said phrase={time} />
        </p>
      )}
    </>
  )
}
