import type { ReactNode } from 'react'
import type { Phrase } from '#domain/risk/report.ts'
import type { StayHazardReport, StayPart, StayReport, StayTone } from '#domain/stay/stay-report.ts'
import { Said } from '#i18n/index.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { More, Quiet } from '#ui/Panel.tsx'
import styles from './StayResult.module.css'

const iconOf = ({
  tone,
  result,
}: {
  readonly tone: StayTone
  readonly result: StayPart['result']
}): IconName => {
  if (result === 'leave') return 'warning'
  if (result === 'notKnown') return 'question'
  return tone === 'hazard' ? 'house' : 'about'
}

const List = ({ phrases }: { readonly phrases: readonly Phrase[] }) => (
  <ul className={styles.list}>
    {phrases.map((phrase, index) => (
      <li key={index}>
        <Said phrase={phrase} />
      </li>
    ))}
  </ul>
)

const Titled = ({ title, phrases }: { readonly title: string; readonly phrases: readonly Phrase[] }) =>
  phrases.length === 0 ? null : (
    <div>
      <h5>
        <Said k={title} />
      </h5>
      <List phrases={phrases} />
    </div>
  )

/** Why, the hazard that decides by name. */
const Why = ({ part }: { readonly part: StayPart }) => (
  <div>
    <h5>
      <Said k="stay:part.why" />
      {part.because === null ? null : (
        <>
          {' '}
          <span className={styles.because}>
            <Said phrase={part.because} />
          </span>
        </>
      )}
    </h5>
    <List phrases={part.facts} />
  </div>
)

/** One situation: the decision, when to go, why, and what would change it. */
const Part = ({ part, picture }: { readonly part: StayPart; readonly picture: ReactNode }) => (
  <div className={styles.part} data-tone={part.tone} data-result={part.result}>
    <h4 className={styles.about}>
      <Said k={`stay:part.${part.about}`} />
    </h4>
    <p className={styles.headline}>
      <span className={styles.icon}>
        <Icon name={iconOf(part)} />
      </span>
      <strong>
        <Said phrase={part.headline} />
      </strong>
    </p>
    <List phrases={part.whenToGo.slice(0, 1)} />
    {picture === null ? null : <div className={styles.picture}>{picture}</div>}
    <Why part={part} />
    <Titled title="stay:part.change" phrases={part.whatWouldChange} />
  </div>
)

const Hazard = ({ report }: { readonly report: StayHazardReport }) => (
  <li className={styles.hazard} data-tone={report.tone}>
    <h5>
      <Said phrase={report.name} />
    </h5>
    <p>
      <strong>
        <Said phrase={report.result} />
      </strong>
    </p>
    <List phrases={report.facts} />
  </li>
)

/** The whole decision. When and where to go in full, and which hazard says what, can be opened. */
export const StayResult = ({
  report,
  picture,
}: {
  readonly report: StayReport
  /** The depth beside the building, for the part about rain; null where no depth decides. */
  readonly picture: ReactNode
}) => (
  <div className={styles.result}>
    {report.parts.map((part) => (
      <Part key={part.about} part={part} picture={part.about === 'rain' ? picture : null} />
    ))}
    <List phrases={report.always} />
    <More summary={<Said k="stay:part.where" />}>
      <Titled title="stay:part.when" phrases={report.parts.flatMap(({ whenToGo }) => whenToGo)} />
      <List phrases={report.whereToGo} />
    </More>
    <More summary={<Said k="stay:part.each" />}>
      <ul className={styles.hazards}>
        {report.perHazard.map((hazard) => (
          <Hazard key={hazard.hazard} report={hazard} />
        ))}
      </ul>
    </More>
    <Quiet>
      <Said k="stay:source.label" />
      {report.sources.map((phrase) => (
        <span key={phrase.key} className={styles.source}>
          <Said phrase={phrase} />
        </span>
      ))}
    </Quiet>
  </div>
)
