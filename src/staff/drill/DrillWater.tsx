import { MOST_IN_SCENARIO } from '#domain/drills/scenario-schema.ts'
import type { ScenarioWater } from '#domain/drills/scenario.ts'
import { HAZARD_KINDS } from '#domain/hazards/hazard-kind.ts'
import type { PackSeries } from '#domain/packs/area-pack.ts'
import { plain, Said, useWords, wordsIn } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Checks, Select } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Quiet, Section } from '#ui/Panel.tsx'
import { CurvePicture } from './CurvePicture.tsx'
import type { DraftProps } from './DrillFrame.tsx'
import styles from './drill.module.css'
import { RemoveButton } from './DrillSignals.tsx'
import { FaultBox } from './FaultLine.tsx'
import { NumberField } from './NumberField.tsx'

type Rise = Extract<ScenarioWater, { kind: 'rise' }>
type Series = Extract<ScenarioWater, { kind: 'series' }>
type WaterProps<W extends ScenarioWater> = {
  readonly water: W
  readonly minutes: number
  readonly onWater: (water: ScenarioWater) => void
}

/** Step 4: water over time, or none. */
export const DrillWater = ({
  draft,
  onDraft,
  series,
}: DraftProps & { readonly series: readonly PackSeries[] }) => {
  const { water, minutes } = draft
  const onWater = (next: ScenarioWater) => onDraft({ ...draft, water: next })
  const first = series[0]
  const change = (kind: string) => {
    if (kind === 'none') onWater({ kind })
    if (kind === 'series' && first !== undefined) onWater({ kind, name: first.id, fromMinute: 0 })
    if (kind === 'rise') onWater(newRise(draft))
  }
  return (
    <Section title={<Said k="staff:drill.water.title" />}>
      <Chips
        legend={<Said k="staff:drill.water.kind" />}
        value={water.kind}
        options={[
          { value: 'rise', label: <Said k="staff:drill.water.rise" /> },
          ...(first === undefined && water.kind !== 'series'
            ? []
            : [{ value: 'series' as const, label: <Said k="staff:drill.water.series" /> }]),
          { value: 'none', label: <Said k="staff:drill.water.nothing" /> },
        ]}
        onChange={change}
      />
      {first === undefined ? (
        <Quiet>
          <Said k="staff:drill.water.noSeries" />
        </Quiet>
      ) : null}
      {water.kind === 'none' ? (
        <Notice tone="unknown">
          <p>
            <Said k="staff:drill.water.nothingHint" />
          </p>
        </Notice>
      ) : null}
      {water.kind === 'series' ? (
        <SeriesPart water={water} minutes={minutes} onWater={onWater} series={series} />
      ) : null}
      {water.kind === 'rise' ? <RisePart water={water} minutes={minutes} onWater={onWater} /> : null}
    </Section>
  )
}

/** From half of the event on, to the full depth at its end. */
const newRise = ({ hazard, minutes }: DraftProps['draft']): Rise => {
  const end = Number.isInteger(minutes) && minutes > 1 ? minutes : 60
  return {
    kind: 'rise',
    hazards: [hazard],
    curve: [
      { minute: Math.floor(end / 2), share: 0 },
      { minute: end, share: 1 },
    ],
  }
}

const SeriesPart = ({
  water,
  series,
  onWater,
}: WaterProps<Series> & { readonly series: readonly PackSeries[] }) => {
  const t = useWords('staff')
  const isHere = series.some(({ id }) => id === water.name)
  const options = series.map(({ id, name, kind, scenario }) => ({
    value: id,
    text: plain(`${t(kindKey(kind, scenario))} – ${wordsIn(t.language, name)}`),
  }))
  return (
    <>
      {isHere ? null : (
        <Notice tone="hazard">
          <p>
            <Said k="staff:drill.water.gone" />
          </p>
        </Notice>
      )}
      <Select
        label={<Said k="staff:drill.water.which" />}
        value={water.name}
        options={isHere ? options : [{ value: water.name, text: water.name }, ...options]}
        onChange={(name) => onWater({ ...water, name })}
      />
      <NumberField
        field="water.fromMinute"
        label={<Said k="staff:drill.water.fromMinute" />}
        hint={<Said k="staff:drill.water.fromHint" />}
        value={water.fromMinute}
        onCommit={(fromMinute) => onWater({ ...water, fromMinute })}
      />
    </>
  )
}

const kindKey = (kind: string, scenario: string): string =>
  kind === 'flood' ? `hazards:name.flood.${scenario}` : `hazards:name.${kind}`

const RisePart = ({ water, minutes, onWater }: WaterProps<Rise>) => {
  const { curve } = water
  const set = (next: Rise['curve']) => onWater({ ...water, curve: next })
  const more = withPoint(curve, minutes)
  return (
    <>
      <Quiet>
        <Said k="staff:drill.water.riseHint" />
      </Quiet>
      <FaultBox field="water.hazards">
        <Checks
          legend={<Said k="staff:drill.water.hazards" />}
          options={HAZARD_KINDS.map((value) => ({ value, label: <Said k={kindKey(value, 'max')} /> }))}
          checked={water.hazards}
          onChange={(hazards) => onWater({ ...water, hazards })}
        />
      </FaultBox>
      <FaultBox field="water.curve">
        <h4>
          <Said k="staff:drill.water.curve" />
        </h4>
        <CurvePicture curve={curve} minutes={minutes} />
        <Curve curve={curve} onCurve={set} />
      </FaultBox>
      <Actions>
        <Button
          icon="plus"
          disabled={more === null}
          onClick={() => {
            if (more !== null) set(more)
          }}
        >
          <Said k="staff:drill.water.add" />
        </Button>
      </Actions>
    </>
  )
}

/** Minutes from the last point to a new one. */
const STEP = 10

/** The curve with one point more: after its last one, or, at the end of the event, in its widest gap; null = there is no room. */
export function withPoint(curve: Rise['curve'], minutes: number): Rise['curve'] | null {
  if (curve.length >= MOST_IN_SCENARIO.curve) return null
  const last = curve.at(-1)
  if (last === undefined) return [{ minute: 0, share: 0 }]
  if (last.minute < minutes)
    return [...curve, { minute: Math.min(last.minute + STEP, minutes), share: last.share }]
  const gaps = curve.slice(1).map(({ minute }, index) => minute - (curve[index]?.minute ?? minute))
  const widest = gaps.indexOf(Math.max(...gaps))
  const [before, after] = [curve[widest], curve[widest + 1]]
  if (before === undefined || after === undefined || after.minute - before.minute < 2) return null
  const middle = { minute: Math.floor((before.minute + after.minute) / 2), share: before.share }
  return curve.toSpliced(widest + 1, 0, middle)
}

const Curve = ({
  curve,
  onCurve,
}: {
  readonly curve: Rise['curve']
  readonly onCurve: (curve: Rise['curve']) => void
}) => {
  const t = useWords('staff')
  return (
    <ol className={styles.rows}>
      {curve.map((point, index) => {
        const name = t.label('drill.water.row', { number: index + 1 })
        return (
          <li key={index} className={styles.row} aria-label={name}>
            <NumberField
              field={`water.curve.${index}.minute`}
              label={<Said k="staff:drill.water.minute" />}
              value={point.minute}
              onCommit={(minute) => onCurve(curve.with(index, { ...point, minute }))}
            />
            <NumberField
              field={`water.curve.${index}.share`}
              label={<Said k="staff:drill.water.share" />}
              value={percentOf(point.share)}
              onCommit={(percent) => onCurve(curve.with(index, { ...point, share: percent / 100 }))}
            />
            <RemoveButton onRemove={() => onCurve(curve.toSpliced(index, 1))}>{name}</RemoveButton>
          </li>
        )
      })}
    </ol>
  )
}

/** A share as it is typed; without the tail that binary fractions have. */
export const percentOf = (share: number): number => Math.round(share * 1e6) / 1e4
