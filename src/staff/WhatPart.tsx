import { CLOSURE_REASONS, MODES, type Mode } from '#domain/closures/closure.ts'
import { TEXT_LIMITS } from '#domain/closures/feed-schema.ts'
import { usualAccess, withReason, type ClosureDraft } from '#domain/publish/draft-closure.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { TextField } from '#ui/Field.tsx'
import { Actions, More, Section } from '#ui/Panel.tsx'
import styles from './staff.module.css'

type PartProps = {
  readonly draft: ClosureDraft
  readonly onDraft: (draft: ClosureDraft) => void
}

/** Reasons that make up nearly all closures at night; the others are one press away. */
const USUAL = CLOSURE_REASONS.slice(0, 6)
const STATES = ['closed', 'one_lane', 'restricted'] as const

/** Step 2: what has happened, and who can pass. */
export const WhatPart = ({ draft, onDraft }: PartProps) => (
  <Section title={<Said k="staff:what.title" />}>
    <ReasonChoice draft={draft} onDraft={onDraft} />
    <Chips
      legend={<Said k="staff:what.state" />}
      value={draft.state}
      options={STATES.map((value) => ({ value, label: <Said k={`closures:state.${value}`} /> }))}
      onChange={(state) => onDraft({ ...draft, state })}
    />
    <AccessChoice draft={draft} onDraft={onDraft} />
    <More summary={<Said k="staff:what.more" />}>
      <DepthField draft={draft} onDraft={onDraft} />
      <RoadFields draft={draft} onDraft={onDraft} />
      <TextField
        label={<Said k="staff:what.own" />}
        hint={<Said k="staff:what.ownHint" />}
        value={draft.titleJa}
        most={TEXT_LIMITS.words}
        lines={2}
        onCommit={(titleJa) => onDraft({ ...draft, titleJa })}
      />
      <TrustChoice draft={draft} onDraft={onDraft} />
    </More>
  </Section>
)

const ReasonChoice = ({ draft, onDraft }: PartProps) => {
  const option = (value: ClosureDraft['reason']) => ({
    value,
    label: <Said k={`closures:reason.${value}`} />,
  })
  const isUsual = USUAL.includes(draft.reason)
  return (
    <>
      <Chips
        legend={<Said k="staff:what.reason" />}
        value={draft.reason}
        options={(isUsual ? USUAL : [...USUAL, draft.reason]).map(option)}
        onChange={(reason) => onDraft(withReason(draft, reason))}
      />
      <More summary={<Said k="staff:what.otherReasons" />}>
        <Chips
          legend={<Said k="staff:what.otherReasons" />}
          value={draft.reason}
          options={CLOSURE_REASONS.filter((one) => !USUAL.includes(one)).map(option)}
          onChange={(reason) => onDraft(withReason(draft, reason))}
        />
      </More>
    </>
  )
}

const ANSWERS = ['no', 'yes', 'unknown'] as const
type AccessAnswer = (typeof ANSWERS)[number]
const answerOf = (may: boolean | null): AccessAnswer => (may === null ? 'unknown' : may ? 'yes' : 'no')

/** Who can pass: three answers each, because "not known" is an answer. */
const AccessChoice = ({ draft, onDraft }: PartProps) => {
  const all = (may: boolean | null) =>
    onDraft({
      ...draft,
      access: { ...usualAccess('flooding'), foot: may, wheelchair: may, bicycle: may, car: may, truck: may },
    })
  const set = (mode: Mode, answer: AccessAnswer) =>
    onDraft({ ...draft, access: { ...draft.access, [mode]: answer === 'unknown' ? null : answer === 'yes' } })
  return (
    <fieldset className={styles.access}>
      <legend>
        <Said k="staff:access.title" />
      </legend>
      <Actions>
        <Button onClick={() => all(false)}>
          <Said k="staff:access.nobody" />
        </Button>
        <Button onClick={() => onDraft({ ...draft, access: usualAccess('accident') })}>
          <Said k="staff:access.carsNot" />
        </Button>
      </Actions>
      <div className={styles.modes}>
        {MODES.map((mode) => (
          <Chips
            key={mode}
            legend={<Said k={`staff:access.mode.${mode}`} />}
            value={answerOf(draft.access[mode])}
            options={ANSWERS.map((value) => ({ value, label: <Said k={`staff:access.${value}`} /> }))}
            onChange={(answer) => set(mode, answer)}
          />
        ))}
      </div>
    </fieldset>
  )
}

const DepthField = ({ draft, onDraft }: PartProps) => (
  <TextField
    label={<Said k="staff:what.depth" />}
    hint={<Said k="staff:what.depthHint" />}
    type="number"
    value={draft.depth === null ? '' : String(Math.round(draft.depth * 100))}
    most={4}
    onCommit={(typed) => {
      const centimetres = Number(typed.normalize('NFKC').trim())
      const isDepth = typed.trim() !== '' && Number.isFinite(centimetres) && centimetres >= 0
      onDraft({ ...draft, depth: isDepth ? Math.min(centimetres / 100, 50) : null })
    }}
  />
)

const RoadFields = ({ draft, onDraft }: PartProps) => {
  const road = draft.road ?? { name: null, ref: null, class: 'unknown', from: null, to: null }
  const field = (name: 'name' | 'from' | 'to') => (
    <TextField
      label={<Said k={`staff:what.road.${name}`} />}
      value={road[name] ?? ''}
      most={TEXT_LIMITS.name}
      onCommit={(text) =>
        onDraft({ ...draft, road: { ...road, [name]: text.trim() === '' ? null : text.trim() } })
      }
    />
  )
  return (
    <>
      {field('name')}
      {field('from')}
      {field('to')}
    </>
  )
}

const CONFIDENCES = ['official', 'confirmed', 'reported'] as const
const SOURCES = ['city', 'prefecture', 'mlit', 'police', 'resident'] as const

const TrustChoice = ({ draft, onDraft }: PartProps) => {
  const t = useWords('staff')
  return (
    <>
      <Chips
        legend={<Said k="staff:what.confidence" />}
        value={draft.confidence}
        options={CONFIDENCES.map((value) => ({ value, label: <Said k={`staff:confidence.${value}`} /> }))}
        onChange={(confidence) =>
          onDraft({ ...draft, confidence, status: confidence === 'reported' ? 'unconfirmed' : 'active' })
        }
      />
      <Chips
        legend={<Said k="staff:what.source" />}
        value={SOURCES.find((one) => one === draft.source.kind) ?? 'city'}
        options={SOURCES.map((value) => ({ value, label: <Said text={t(`source.${value}`)} /> }))}
        onChange={(kind) => onDraft({ ...draft, source: { ...draft.source, kind } })}
      />
      <TextField
        label={<Said k="staff:what.sourceName" />}
        value={draft.source.name}
        most={TEXT_LIMITS.name}
        onCommit={(name) => onDraft({ ...draft, source: { ...draft.source, name: name.trim() } })}
      />
    </>
  )
}
