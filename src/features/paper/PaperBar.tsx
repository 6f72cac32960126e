import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { LANGUAGES, Said, useWords, type LanguageTag } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Checks, Select } from '#ui/Field.tsx'
import { Actions, More, Quiet } from '#ui/Panel.tsx'
import { PAPER_PARTS, PAPER_SIZES, PAPER_TURNS, type PaperChoices } from './choices.ts'
import styles from './PaperBar.module.css'

type Props = {
  readonly choices: PaperChoices
  readonly onChange: (choices: PaperChoices) => void
}

/** No second language: no tag has this name. */
const NONE = '-'

const Languages = ({ choices, onChange }: Props) => {
  const t = useWords('paper')
  const options = LANGUAGES.map(({ tag, endonym }) => ({ value: tag as string, text: endonym }))
  return (
    <>
      <Select
        label={<Said k="paper:bar.first" />}
        options={options}
        value={choices.first}
        onChange={(first) => onChange({ ...choices, first: first as LanguageTag })}
      />
      <Select
        label={<Said k="paper:bar.second" />}
        options={[
          { value: NONE, text: t.label('bar.oneLanguage') },
          ...options.filter(({ value }) => value !== choices.first),
        ]}
        value={choices.second === choices.first ? NONE : (choices.second ?? NONE)}
        onChange={(second) =>
          onChange({ ...choices, second: second === NONE ? null : (second as LanguageTag) })
        }
      />
    </>
  )
}

const Sheet = ({ choices, onChange }: Props) => (
  <>
    <Chips
      legend={<Said k="paper:bar.size" />}
      options={PAPER_SIZES.map((value) => ({ value, label: <Said k={`paper:bar.${value}`} /> }))}
      value={choices.size}
      onChange={(size) => onChange({ ...choices, size })}
    />
    <Chips
      legend={<Said k="paper:bar.turn" />}
      options={PAPER_TURNS.map((value) => ({ value, label: <Said k={`paper:bar.${value}`} /> }))}
      value={choices.turn}
      onChange={(turn) => onChange({ ...choices, turn })}
    />
  </>
)

const Content = ({ choices, onChange }: Props) => (
  <>
    <Checks
      legend={<Said k="paper:bar.parts" />}
      options={PAPER_PARTS.map((value) => ({ value, label: <Said k={`paper:bar.part.${value}`} /> }))}
      checked={choices.parts}
      onChange={(parts) => onChange({ ...choices, parts })}
    />
    <Chips
      legend={<Said k="paper:bar.names" />}
      options={[
        { value: 'with', label: <Said k="paper:bar.withNames" /> },
        { value: 'without', label: <Said k="paper:bar.withoutNames" /> },
      ]}
      value={choices.names ? 'with' : 'without'}
      onChange={(value) => onChange({ ...choices, names: value === 'with' })}
    />
    {choices.names ? null : (
      <Quiet>
        <Said k="paper:bar.withoutNamesMeans" />
      </Quiet>
    )}
  </>
)

/** Whose depths the map shows. */
const Water = ({ choices, onChange, waters }: Props & { readonly waters: readonly ZoneLayerId[] }) =>
  waters.length < 2 || !choices.parts.includes('map') ? null : (
    <Chips
      legend={<Said k="paper:bar.water" />}
      options={waters.map((value) => ({ value, label: <Said k={`layers:name.${value}`} /> }))}
      value={choices.water ?? waters[0] ?? 'flood-max'}
      onChange={(water) => onChange({ ...choices, water })}
    />
  )

/** What can be chosen of the paper, and the button that prints. None of it is printed. */
export const PaperBar = ({
  isReady,
  waters,
  onPrint,
  onBack,
  ...props
}: Props & {
  readonly waters: readonly ZoneLayerId[]
  /** False while the words or the map are being made. */
  readonly isReady: boolean
  readonly onPrint: () => void
  readonly onBack: () => void
}) => {
  const t = useWords('paper')
  return (
    <div className={styles.bar} role="region" aria-label={t.label('bar.title')}>
      <Actions>
        <Button icon="back" onClick={onBack}>
          <Said k="paper:bar.back" />
        </Button>
        <Button look="main" disabled={!isReady} onClick={onPrint}>
          <Said k="paper:bar.print" />
        </Button>
      </Actions>
      <Quiet>
        <Said k="paper:bar.pdf" />
      </Quiet>
      <More summary={<Said k="paper:bar.choose" />}>
        <div className={styles.choices}>
          <Languages {...props} />
          <Sheet {...props} />
          <Content {...props} />
          <Water {...props} waters={waters} />
        </div>
      </More>
    </div>
  )
}
