import { bearing, compassPoint } from '#domain/geo/bearing.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { describeLength } from '#domain/routes/describe-way.ts'
import type { FoundWay, Goal } from '#domain/routes/ways-question.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'
import type { Site } from '#domain/shelters/site.ts'
import { plain, formatMetres, Said, useWords, wordsIn } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { More, Quiet, Section } from '#ui/Panel.tsx'
import { siteWords } from '../shelters/index.ts'
import type { Choice } from './ask-ways.ts'
import { LeaveBy } from './LeaveBy.tsx'
import styles from './WaysPanel.module.css'

/** The name of a site as it is shown; its id where the list lost it. */
export const SiteName = ({ sites, id }: { readonly sites: readonly Site[] | null; readonly id: string }) => {
  const { language } = useWords('roads')
  const site = sites?.find((one) => one.id === id)
  return <Said text={site === undefined ? id : wordsIn(language, siteWords(site.name))} />
}

/** Metres and minutes of a way. */
export const WayLength = ({ way }: { readonly way: FoundWay }) => {
  const { metres, minutes } = describeLength(way.route)
  return (
    <p className={styles.length}>
      <strong>
        <Said k="roads:way.minutes" params={{ count: minutes }} />
      </strong>
      <span>
        <Said k="roads:way.metres" params={{ metres }} />
      </span>
    </p>
  )
}

/** The ways to other sites; one of them can be told instead. */
export const OtherWays = ({
  ways,
  sites,
  asked,
  now,
  onChoose,
}: {
  readonly ways: readonly FoundWay[]
  readonly sites: readonly Site[] | null
  readonly asked: number
  readonly now: number
  readonly onChoose: (goal: string) => void
}) => {
  const t = useWords('roads')
  if (ways.length === 0) return null
  const nameOf = (id: string): string => {
    const site = sites?.find((one) => one.id === id)
    return site === undefined ? id : wordsIn(t.language, siteWords(site.name))
  }
  return (
    <Section title={<Said k="roads:others.title" />}>
      <ul className={styles.others}>
        {ways.map((way) => (
          <li key={way.goal}>
            <h4>
              <SiteName sites={sites} id={way.goal} />
            </h4>
            <WayLength way={way} />
            <LeaveBy leaveBy={way.leaveBy} asked={asked} now={now} isBrief />
            <Button
              onClick={() => onChoose(way.goal)}
              aria-label={plain(t('others.chooseNamed', { site: nameOf(way.goal) }))}
            >
              <Said k="roads:others.choose" />
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Sites to which nobody is led, and why; the nearest first. */
export const LeftOut = ({ barred, at }: { readonly barred: Choice['barred']; readonly at: LngLat }) => {
  const { language } = useWords('roads')
  if (barred.length === 0) return null
  const nearest = [...barred].sort((a, b) => metresBetween(at, a.site.at) - metresBetween(at, b.site.at))
  return (
    <More summary={<Said k="roads:left.title" />}>
      <ul className={styles.left}>
        {nearest.map(({ site, bar }) => (
          <li key={site.id} data-bar={bar}>
            <b>
              <Said text={wordsIn(language, siteWords(site.name))} />
            </b>
            <p>
              <Said k={`roads:bar.${bar}`} />
            </p>
          </li>
        ))}
      </ul>
    </More>
  )
}

/** How many sites are told by their direction. */
const MOST_STRAIGHT = 3

/** Where no way is known: the direction and the straight line to the nearest sites. */
export const StraightLines = ({
  goals,
  sites,
  at,
}: {
  readonly goals: readonly Goal[]
  readonly sites: readonly Site[] | null
  readonly at: LngLat
}) => {
  const t = useWords('roads')
  if (goals.length === 0) return null
  const nearest = goals
    .map((goal) => ({ ...goal, metres: metresBetween(at, goal.at) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, MOST_STRAIGHT)
  return (
    <Section title={<Said k="roads:straight.title" />}>
      <ul className={styles.others}>
        {nearest.map(({ id, metres, at: to }) => (
          <li key={id}>
            <h4>
              <SiteName sites={sites} id={id} />
            </h4>
            <p>
              <Said
                text={t(`points:way.${compassPoint(bearing(at, to))}`, {
                  distance: formatMetres(t.language, metres),
                })}
              />
            </p>
          </li>
        ))}
      </ul>
      <Quiet>
        <Said k="roads:straight.note" />
      </Quiet>
    </Section>
  )
}
