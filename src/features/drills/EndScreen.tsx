import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { dilemmasOf } from '#domain/drills/dilemmas.ts'
import type { Counterfactual } from '#domain/drills/drill-run.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Panel, Section } from '#ui/Panel.tsx'
import { Summary } from './class/Summary.tsx'
import { CertificatePart } from './end/CertificatePart.tsx'
import { OthersPart } from './end/OthersPart.tsx'
import { PlanPart } from './end/PlanPart.tsx'
import { RatingPart } from './end/RatingPart.tsx'
import { ReplayPart } from './end/ReplayPart.tsx'
import { ReportPart } from './end/ReportPart.tsx'
import { ResultPart } from './end/ResultPart.tsx'
import styles from './end/end.module.css'
import type { Finished } from './state.ts'
import type { DrillTools } from './tools.ts'

/** Looking back at a drill: what came of it, the replay, what other choices would have done, and how sure they are now. */
const Ended = ({ tools, finished }: { readonly tools: DrillTools; readonly finished: Finished }) => {
  const t = useWords('drills')
  const [shown, setShown] = useState<Counterfactual | null>(null)
  const replay = useRef<HTMLDivElement>(null)
  const { result } = finished
  const show = (other: Counterfactual | null) => {
    setShown(other)
    if (other !== null) replay.current?.focus()
  }
  return (
    <>
      <Section title={<Said k="drills:end.title.result" />}>
        <ResultPart finished={finished} />
        {result === null ? (
          <Summary
            tools={tools}
            run={finished.drill.run}
            dilemmas={dilemmasOf(finished.drill.run.scenario)}
          />
        ) : null}
      </Section>
      {result === null ? null : (
        <>
          <Section title={<Said k="drills:end.title.replay" />}>
            <div
              ref={replay}
              className={styles.replay}
              role="group"
              tabIndex={-1}
              aria-label={t.label('end.title.replay')}
            >
              <ReplayPart tools={tools} finished={finished} other={shown} onOwnOnly={() => setShown(null)} />
            </div>
          </Section>
          <Section title={<Said k="drills:end.title.others" />}>
            <OthersPart finished={finished} result={result} shown={shown} onShow={show} />
          </Section>
        </>
      )}
      <Section title={<Said k="drills:end.title.sure" />}>
        <RatingPart tools={tools} finished={finished} />
      </Section>
      <PlanPart tools={tools} finished={finished} />
      <ReportPart tools={tools} finished={finished} />
      <Actions>
        <CertificatePart tools={tools} finished={finished} />
        <Button onClick={() => tools.go('drills')}>
          <Said k="drills:end.toDrills" />
        </Button>
      </Actions>
    </>
  )
}

/** Where a drill leads when it is over. */
export const EndScreen = ({ tools }: { readonly tools: DrillTools }) => {
  const finished = useStore(tools.drills.store, (state) => state.finished)
  return (
    <Panel>
      {finished === null ? (
        <>
          <p>
            <Said k="drills:end.nothing" />
          </p>
          <Actions>
            <Button look="main" onClick={() => tools.go('drills')}>
              <Said k="drills:end.toDrills" />
            </Button>
          </Actions>
        </>
      ) : (
        <Ended key={finished.drill.nonce} tools={tools} finished={finished} />
      )}
      {tools.emergency}
    </Panel>
  )
}
