import { BAND_MINUTES } from '#domain/routes/bands.ts'
import { walkingTime } from '#domain/routes/route.ts'
import type { FoundWay, WaysRefusal } from '#domain/routes/ways-question.ts'
import type { Site } from '#domain/shelters/site.ts'
import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quiet } from '#ui/Panel.tsx'
import { siteWords } from '../shelters/index.ts'
import { LeaveBy } from '../ways/index.ts'
import type { EscapeTools } from './escape-tools.ts'
import styles from './EscapeMap.module.css'
import type { EscapeAnswer, Shown } from './use-escape.ts'

/** Deciseconds of a band. */
const BAND = BAND_MINUTES * 600

/** The name of a goal as `name@tag` parameters. */
function nameParams(sites: readonly Site[] | null, id: string): Readonly<Record<string, string>> {
  const site = sites?.find((one) => one.id === id)
  if (site === undefined) return { name: id }
  return Object.fromEntries(
    Object.entries(siteWords(site.name)).flatMap(([tag, word]) =>
      word === undefined ? [] : [[`name@${tag}`, word]],
    ),
  )
}

const Refused = ({ reason }: { readonly reason: WaysRefusal }) => (
  <Notice tone="unknown">
    <p>
      <Said k={refusalKey(reason)} />
    </p>
  </Notice>
)

/** The words for a refusal. What is wrong with the file is one sentence for those who read it. */
export function refusalKey(reason: WaysRefusal): string {
  switch (reason) {
    case 'badMagic':
    case 'unsupportedVersion':
    case 'truncated':
    case 'damaged':
      return 'roads:refused.unreadable'
    default:
      return `roads:refused.${reason}`
  }
}

const Reached = ({ way, sites }: { readonly way: FoundWay; readonly sites: readonly Site[] | null }) => {
  const from = Math.floor(walkingTime(way.route) / BAND) * BAND_MINUTES
  return (
    <p className={styles.here}>
      <Said
        k="escape:place.reach"
        params={{ from, to: from + BAND_MINUTES, ...nameParams(sites, way.goal) }}
      />
    </p>
  )
}

/** The time from the place that was asked about. */
export const HereTimes = ({
  answer,
  shown,
  tools,
}: {
  readonly answer: EscapeAnswer
  readonly shown: Shown
  readonly tools: EscapeTools
}) => {
  const here = shown.kind === 'reach' ? shown.here : shown.departures.here
  if (here === null)
    return (
      <Quiet>
        <Said k="escape:place.none" />
      </Quiet>
    )
  if (!here.ok) return <Refused reason={here.reason} />
  return 'route' in here.value ? (
    <Reached way={here.value} sites={tools.area.sites} />
  ) : (
    <>
      <LeaveBy leaveBy={here.value.leaveBy} asked={answer.asked.now} now={tools.now()} />
      {here.value.slack === 'tooLate' ? null : (
        <p>
          <Said k="escape:place.goal" params={nameParams(tools.area.sites, here.value.goal)} />
        </p>
      )}
    </>
  )
}
