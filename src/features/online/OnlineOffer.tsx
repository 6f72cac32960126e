import { useStore } from 'zustand'
import { isInside, type LngLat } from '#domain/geo/lng-lat.ts'
import { JAPAN, WIDEST } from '#domain/official-tiles/answer-online.ts'
import { OFFICIAL_LAYER_IDS } from '#domain/official-tiles/official-layer.ts'
import { Heard, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Panel.tsx'
import { Progress } from '#ui/Progress.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { Line, WhatIsSent } from './Agreement.tsx'
import type { OnlineCommands } from './commands.ts'
import { OnlineAnswer, type Card } from './OnlineAnswer.tsx'
import { questionAt, type OnlineQuestion, type OnlineStore } from './store.ts'

const TOTAL = OFFICIAL_LAYER_IDS.length

export type OnlineOfferProps = {
  readonly store: OnlineStore
  readonly commands: OnlineCommands
  /** The host that would be asked. */
  readonly host: string
  readonly at: LngLat
  /** How well the place is known, metres; null for a place that was pointed at. */
  readonly accuracy: number | null
  readonly card: Card
}

const Running = ({ done, commands }: { readonly done: number; readonly commands: OnlineCommands }) => {
  const t = useWords('online')
  return (
    <>
      <Progress
        label={<Said k="online:asking" />}
        done={done}
        total={TOTAL}
        text={t.label('progress', { done, total: TOTAL })}
      />
      <Button onClick={() => commands.stop()}>
        <Said k="online:stop" />
      </Button>
    </>
  )
}

/** Nothing was asked, or not to the end: the reason, and that it tells nothing about the place. */
const WithoutAnswer = ({ state }: { readonly state: 'stopped' | 'offline' }) => (
  <Notice tone="unknown" announce>
    <Line k={`online:${state}`} />
  </Notice>
)

/** Reads the headline out when the answer comes: the person may be looking elsewhere. */
const Announcement = ({ question }: { readonly question: OnlineQuestion | null }) => {
  const headline = question?.state === 'answered' ? question.report.report.headline : null
  return <LiveRegion>{headline === null ? null : <Heard phrase={headline} />}</LiveRegion>
}

const AskButton = ({
  question,
  agreed,
  onAsk,
}: {
  readonly question: OnlineQuestion | null
  readonly agreed: boolean
  readonly onAsk: () => void
}) => {
  const words = question !== null ? 'again' : agreed ? 'ask' : 'agree'
  return (
    <Button icon="layers" onClick={onAsk}>
      <Said k={`online:${words}`} />
    </Button>
  )
}

/** Why the official pictures are not offered for a place, or null where they are. */
function hindrance(at: LngLat, accuracy: number | null): 'abroad' | 'coarsePosition' | null {
  if (!isInside(at, JAPAN)) return 'abroad'
  return accuracy !== null && accuracy > WIDEST ? 'coarsePosition' : null
}

/**
 * The offer to ask the official server about a place, and its answer. Before the tap it is said what is sent and to whom;
 * the tap is the agreement.
 */
export const OnlineOffer = ({ store, commands, host, at, accuracy, card }: OnlineOfferProps) => {
  const { agreed } = useStore(store)
  const question = useStore(store, (state) => questionAt(state, at))
  const why = hindrance(at, accuracy)
  const ask = () => {
    commands.agree()
    void commands.ask(at, accuracy)
  }
  return (
    <Section title={<Said k="online:title" />}>
      {why !== null ? (
        <Line k={`online:${why}`} />
      ) : (
        <>
          <Line k="online:what" />
          <WhatIsSent host={host} />
          {question?.state === 'running' ? (
            <Running done={question.done} commands={commands} />
          ) : (
            <AskButton question={question} agreed={agreed} onAsk={ask} />
          )}
          {question?.state === 'stopped' || question?.state === 'offline' ? (
            <WithoutAnswer state={question.state} />
          ) : null}
          <Announcement question={question} />
          {question?.state === 'answered' ? <OnlineAnswer report={question.report} card={card} /> : null}
        </>
      )}
    </Section>
  )
}
