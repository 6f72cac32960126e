import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { aboutScenario, titleOfScenario } from '#domain/drills/describe-scenario.ts'
import { readScenarioFile } from '#domain/drills/parse-scenario.ts'
import type { Scenario } from '#domain/drills/scenario.ts'
import { SCENARIOS } from '#domain/drills/scenarios.ts'
import { emptyScenario, type ScenarioDraft } from '#domain/publish/draft-scenario.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { More, Section } from '#ui/Panel.tsx'
import { beginDrill, isUnsaved } from '../drill-desk.ts'
import type { StaffParts } from '../parts.ts'
import styles from './drill.module.css'

type Refusal = { readonly k: string; readonly detail: string }

/** Step 1: one of the shipped drills, an empty one, or a file. What is on the desk and not saved is not dropped unasked. */
export const DrillBegin = ({ parts, area }: { readonly parts: StaffParts; readonly area: string }) => {
  const desk = useStore(parts.drill)
  const [waiting, setWaiting] = useState<ScenarioDraft | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const begin = (draft: ScenarioDraft) => {
    setWaiting(null)
    beginDrill(parts.drill, draft, area)
  }
  const choose = (draft: ScenarioDraft) => {
    setRefusal(null)
    if (isUnsaved(parts.drill.getState())) setWaiting(draft)
    else begin(draft)
  }
  const take = async (file: File) => {
    const found = readFile(new Uint8Array(await file.arrayBuffer()), area)
    if ('k' in found) setRefusal(found)
    else choose(found)
  }
  const choices = (
    <Choices
      seed={parts.services.clock.now() % 0xffff_ffff}
      onChoose={choose}
      onFile={(file) => take(file).catch(() => setRefusal({ k: 'staff:drill.why.notAScenario', detail: '' }))}
    />
  )
  return (
    <Section title={<Said k="staff:drill.begin.title" />}>
      {desk.draft === null ? choices : <More summary={<Said k="staff:drill.begin.other" />}>{choices}</More>}
      <div role="alert">
        {refusal === null ? null : (
          <Notice tone="unknown">
            <p>
              <Said k={refusal.k} params={{ detail: refusal.detail }} />
            </p>
          </Notice>
        )}
        {waiting === null ? null : <Sure onDrop={() => begin(waiting)} onKeep={() => setWaiting(null)} />}
      </div>
      <p role="status">
        {desk.round > 0 && waiting === null && refusal === null ? <Said k="staff:drill.begin.ready" /> : null}
      </p>
    </Section>
  )
}

const FROM_SCENARIO = new Set(['notAScenario', 'newerVersion', 'brokenScenario'])

function readFile(bytes: Uint8Array, area: string): Scenario | Refusal {
  const read = readScenarioFile(bytes)
  if (!read.ok) {
    const why = FROM_SCENARIO.has(read.reason) ? read.reason : 'notAScenario'
    return { k: `staff:drill.why.${why}`, detail: read.detail ?? '' }
  }
  const { area: own } = read.value
  return own === null || own === area ? read.value : { k: 'staff:drill.why.otherArea', detail: '' }
}

const Sure = ({ onDrop, onKeep }: { readonly onDrop: () => void; readonly onKeep: () => void }) => (
  <Notice
    tone="hazard"
    actions={
      <>
        <Button onClick={onKeep}>
          <Said k="staff:drill.begin.keep" />
        </Button>
        <Button icon="bin" onClick={onDrop}>
          <Said k="staff:drill.begin.drop" />
        </Button>
      </>
    }
  >
    <p>
      <Said k="staff:drill.begin.sure" />
    </p>
  </Notice>
)

const Choices = ({
  seed,
  onChoose,
  onFile,
}: {
  readonly seed: number
  readonly onChoose: (draft: ScenarioDraft) => void
  readonly onFile: (file: File) => void
}) => {
  const id = useId()
  return (
    <div className={styles.parts}>
      <h4>
        <Said k="staff:drill.begin.shipped" />
      </h4>
      <ul className={styles.rows}>
        {SCENARIOS.map((scenario) => (
          <Shipped key={scenario.id} scenario={scenario} onChoose={onChoose} />
        ))}
        <li>
          <Button look="row" icon="plus" onClick={() => onChoose(emptyScenario(seed))}>
            <Said k="staff:drill.begin.empty" />
          </Button>
        </li>
      </ul>
      <div className={styles.number}>
        <label htmlFor={id}>
          <Said k="staff:drill.begin.file" />
        </label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            // The same file can be chosen once more.
            if (file !== undefined) onFile(file)
            event.target.value = ''
          }}
        />
      </div>
    </div>
  )
}

const Shipped = ({
  scenario,
  onChoose,
}: {
  readonly scenario: Scenario
  readonly onChoose: (draft: ScenarioDraft) => void
}) => {
  const about = aboutScenario(scenario)
  return (
    <li>
      <Button look="row" icon="route" onClick={() => onChoose(scenario)}>
        <b>
          <Said phrase={titleOfScenario(scenario)} />
        </b>
        {about === null ? null : (
          <span className={styles.hint}>
            <Said phrase={about} />
          </span>
        )}
      </Button>
    </li>
  )
}
