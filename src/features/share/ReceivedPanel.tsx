import type { ReactNode } from 'react'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Panel, Section } from '#ui/Panel.tsx'
import type { PlanTools } from '../plan/index.ts'
import { BringIn, type Parts, type Received } from './BringIn.tsx'
import type { ReceivedRefusal } from './received-content.ts'
import { Refusal } from './Refusal.tsx'
import { ReceivedPlanView } from './ReceivedPlanView.tsx'
import { ReceivedThingsView } from './ReceivedThingsView.tsx'
import { useReceived } from './use-received.ts'

type Way = {
  /** The other ways in. */
  readonly again: ReactNode
  readonly onDone: () => void
}

/** Nothing came, or only a part of a series: what can be done then. */
const Waiting = ({ isSeries, again, onDone }: Way & { readonly isSeries: boolean }) =>
  isSeries ? (
    <Panel>
      <Section title={<Said k="share:in.partsTitle" />}>{again}</Section>
      <Actions>
        <Button onClick={onDone}>
          <Said k="share:received.drop" />
        </Button>
      </Actions>
    </Panel>
  ) : (
    <Panel>
      <p>
        <Said k="share:received.nothing" />
      </p>
      {again}
    </Panel>
  )

/** Nothing of it is taken: why, and what else can be tried. */
const Refused = ({ refusal, again, onDone }: Way & { readonly refusal: ReceivedRefusal }) => (
  <Panel>
    <div role="alert">
      <Notice tone="unknown">
        <p>
          <Refusal refusal={refusal} />
        </p>
        <p>
          <Said k="share:refused.nothingChanged" />
        </p>
      </Notice>
    </div>
    <Section title={<Said k="share:refused.other" />}>{again}</Section>
    <Actions>
      <Button onClick={onDone}>
        <Said k="share:back" />
      </Button>
    </Actions>
  </Panel>
)

/**
 * What somebody sent, by link, code or file: shown before anything of it is kept. `parts` are the texts of a series that
 * were read before; the app keeps them over a reload.
 */
export const ReceivedPanel = ({
  tools,
  received,
  onReceived,
  onDone,
  ...series
}: Parts & {
  readonly tools: PlanTools
  readonly received: Received | null
  /** Something else is to be looked at: another file, another code. */
  readonly onReceived: (received: Received) => void
  /** Taken in or thrown away: nothing of it is needed any more. */
  readonly onDone: () => void
}) => {
  const reading = useReceived(received, series, tools.reader, tools.now)
  const done = () => {
    series.onParts([])
    onDone()
  }
  const way = {
    again: <BringIn {...series} reader={tools.reader} onReceived={onReceived} />,
    onDone: done,
  }
  switch (reading.status) {
    case 'nothing':
    case 'incomplete':
      return <Waiting isSeries={reading.status === 'incomplete'} {...way} />
    case 'reading':
      return (
        <p role="status">
          <Said k="share:in.reading" />
        </p>
      )
    case 'refused':
      return <Refused refusal={reading.refusal} {...way} />
    case 'ready':
      return reading.value.type === 'plan' ? (
        <ReceivedPlanView tools={tools} received={reading.value} onDone={done} />
      ) : (
        <ReceivedThingsView tools={tools} received={reading.value} onDone={done} />
      )
  }
}
