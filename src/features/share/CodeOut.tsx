import { useMemo, useState } from 'react'
import { encodePlan, type EncodedPlan } from '#domain/plan/code/encode-plan.ts'
import { CODE_PARTS, CODE_POSITIONS, roomFor, type LeftOut } from '#domain/plan/code/layout.ts'
import type { CodeChoice } from '#domain/plan/code/normalise.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanTools } from '../plan/index.ts'
import { Said } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quiet, Section } from '#ui/Panel.tsx'
import { CodeSeries } from './CodeSeries.tsx'
import { Holds } from './Holds.tsx'
import styles from './Share.module.css'

type ChoiceProps = { readonly choice: CodeChoice; readonly onChange: (choice: CodeChoice) => void }

const Choices = ({ choice, onChange }: ChoiceProps) => (
  <>
    <Chips
      legend={<Said k="share:code.parts" />}
      options={CODE_PARTS.map((value) => ({ value, label: <Said k={`share:code.${value}`} /> }))}
      value={choice.parts}
      onChange={(parts) => onChange({ ...choice, parts })}
    />
    <Chips
      legend={<Said k="share:code.position" />}
      options={CODE_POSITIONS.map((value) => ({ value, label: <Said k={`share:code.${value}`} /> }))}
      value={choice.position}
      onChange={(position) => onChange({ ...choice, position })}
    />
    {choice.position === 'rounded' ? (
      <Quiet>
        <Said k="share:code.roundedMeans" />
      </Quiet>
    ) : null}
  </>
)

/** What a code does not hold, by name. */
export const LeftOutList = ({ leftOut }: { readonly leftOut: readonly LeftOut[] }) => (
  <ul className={styles.list}>
    {leftOut.map((one) => (
      <li key={one}>
        <Said k={`share:left.${one}`} />
      </li>
    ))}
  </ul>
)

/** What is in the code and what is not, so that nobody takes it for the whole plan. */
const Content = ({ encoded }: { readonly encoded: EncodedPlan }) => (
  <div className={styles.columns}>
    <div>
      <h4>
        <Said k="share:code.holds" />
      </h4>
      <Holds plan={encoded.plan} />
    </div>
    <div>
      <h4>
        <Said k="share:code.leftOut" />
      </h4>
      {encoded.leftOut.length === 0 ? (
        <p>
          <Said k="share:code.nothingLeftOut" />
        </p>
      ) : (
        <>
          <LeftOutList leftOut={encoded.leftOut} />
          <Quiet>
            <Said k="share:code.useFile" />
          </Quiet>
        </>
      )}
    </div>
  </div>
)

/** The plan as QR codes and as a link: what is put in is chosen, and who can read it is said first. */
export const CodeOut = ({
  tools,
  plan,
  address,
}: {
  readonly tools: PlanTools
  readonly plan: Plan
  /** The address of the app, without a fragment. */
  readonly address: string
}) => {
  const [choice, setChoice] = useState<CodeChoice>({ parts: 'essential', position: 'exact' })
  const encoded = useMemo(
    () => encodePlan(plan, { ...choice, room: roomFor(address) }),
    [plan, choice, address],
  )
  return (
    <Section title={<Said k="share:code.title" />}>
      <p>
        <Said k="share:code.means" />
      </p>
      <Choices choice={choice} onChange={setChoice} />
      <Notice tone="unknown">
        <p>
          <b>
            <Said k={`share:code.warn.${choice.position === 'none' ? 'names' : 'place'}`} />
          </b>
        </p>
      </Notice>
      {encoded.ok ? (
        <>
          <Content encoded={encoded.value} />
          <CodeSeries
            key={encoded.value.codes[0]?.text}
            tools={tools}
            plan={plan}
            encoded={encoded.value}
            address={address}
          />
        </>
      ) : (
        <Notice tone="unknown" announce>
          <p>
            <Said k="share:code.failed" />
          </p>
        </Notice>
      )}
    </Section>
  )
}
