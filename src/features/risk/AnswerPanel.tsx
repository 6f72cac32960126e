import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { formatMetres, Said, useWords, wordsIn } from '#i18n/index.ts'
import { DEPTH_LOOKS } from '#map/depth-colours.ts'
import type { MapTheme } from '#map/map-view.ts'
import { Notice } from '#ui/Notice.tsx'
import { Panel } from '#ui/Panel.tsx'
import { HazardCard } from './HazardCard.tsx'
import type { PlaceName } from './nearest-place.ts'
import type { Answered, Inspected, RiskStore } from './store.ts'
import styles from './AnswerPanel.module.css'

/** Above this radius the position is too coarse to speak of a home: the person is asked to point. Metres, own choice. */
const COARSE = 100

const wordsOf = (name: PlaceName) => ({
  ja: name.ja,
  kana: name.kana ?? '',
  ...(name.romaji === null ? {} : { en: name.romaji }),
})

/** Where the answer is for: the name in Japanese, and how well the place is known. */
const Where = ({ place, near }: { readonly place: Inspected; readonly near: PlaceName | null }) => {
  const t = useWords('app')
  const name = place.name ?? near
  return (
    <p className={styles.where}>
      {name === null ? null : (
        <Said
          text={t(place.name === null ? 'answer.near' : 'answer.at', {
            place: wordsIn(t.language, wordsOf(name)),
          })}
        />
      )}{' '}
      {place.accuracy === null ? null : (
        <Said text={t('answer.accuracy', { distance: formatMetres(t.language, place.accuracy) })} />
      )}
    </p>
  )
}

/** What is said before the hazards: how coarse the position is, and that the place lies outside. */
const Doubts = ({ place, outside }: { readonly place: Inspected; readonly outside: ReactNode }) => (
  <>
    {outside}
    {place.accuracy !== null && place.accuracy > COARSE ? (
      <Notice tone="unknown">
        <p>
          <Said k="app:answer.coarse" />
        </p>
      </Notice>
    ) : null}
  </>
)

const isOutside = (answered: Answered): boolean =>
  answered.risk.hazards.length > 0 && answered.risk.hazards.every((hazard) => hazard.answer === 'outsidePack')

const Hazards = ({ answered, theme }: { readonly answered: Answered; readonly theme: MapTheme }) =>
  answered.report.reports.map((report, index) => (
    <HazardCard
      key={`${report.kind} ${report.scenario}`}
      report={report}
      saidAbove={index === 0 && report.headline.key === answered.report.headline.key}
      look={report.rank === null ? null : DEPTH_LOOKS[theme][report.rank]}
    />
  ))

/** The answer for a place, worst first. Outside the area there is one sentence, and not the same one per hazard. */
export const AnswerPanel = ({
  store,
  theme,
  outside,
}: {
  readonly store: RiskStore
  readonly theme: MapTheme
  /** What to offer when the place lies outside the open area. */
  readonly outside: ReactNode
}) => {
  const { inspected, answered } = useStore(store)
  if (inspected === null) return null
  if (answered === null)
    return (
      <Panel>
        <Notice tone="info" announce>
          <p>
            <Said k="app:answer.waiting" />
          </p>
        </Notice>
      </Panel>
    )
  return (
    <Panel>
      <Where place={inspected} near={answered.near} />
      <Doubts place={inspected} outside={isOutside(answered) ? outside : null} />
      {isOutside(answered) ? null : <Hazards answered={answered} theme={theme} />}
      <ul className={styles.always}>
        {answered.report.always.map((phrase) => (
          <li key={phrase.key}>
            <Said phrase={phrase} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
