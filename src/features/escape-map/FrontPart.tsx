import type { PackSeries } from '#domain/packs/area-pack.ts'
import { plain, Said, useWords, wordsIn } from '#i18n/index.ts'
import { Chips, Slider } from '#ui/Choice.tsx'
import { Select } from '#ui/Field.tsx'
import { Quiet } from '#ui/Panel.tsx'
import { ARRIVALS, SERIES_STEP, type FrontChoice } from './escape-question.ts'

type Props = {
  readonly choice: FrontChoice
  readonly onChange: (choice: FrontChoice) => void
  /** The computed floods that can be chosen. */
  readonly series: readonly PackSeries[]
  /** The last minute of the chosen one. */
  readonly last: number
}

const Series = ({ choice, onChange, series, last }: Props) => {
  const t = useWords('escape')
  return (
    <>
      <Select
        label={<Said k="escape:front.which" />}
        options={series.map(({ file, name }) => ({ value: file, text: plain(wordsIn(t.language, name)) }))}
        value={choice.series ?? ''}
        onChange={(file) => onChange({ ...choice, series: file, minute: 0 })}
      />
      <Slider
        label={<Said k="escape:front.since" />}
        min={0}
        max={last}
        step={SERIES_STEP}
        value={choice.minute}
        text={t.label('front.minutes', { minutes: choice.minute })}
        onChange={(minute) => onChange({ ...choice, minute })}
      />
      <Quiet>
        <Said k="escape:front.computed" />
      </Quiet>
    </>
  )
}

/** When the water comes: in a time of one's choice, or as in a flood that was computed, where the area has one. */
export const FrontPart = (props: Props & { /** Milliseconds since 1970. */ readonly from: number }) => {
  const { choice, onChange, series, from } = props
  const [first] = series
  return (
    <>
      {first === undefined ? null : (
        <Chips<'arrivesIn' | 'series'>
          legend={<Said k="escape:front.kind" />}
          options={(['arrivesIn', 'series'] as const).map((value) => ({
            value,
            label: <Said k={`escape:front.${value}`} />,
          }))}
          value={choice.series === null ? 'arrivesIn' : 'series'}
          onChange={(kind) =>
            onChange({ ...choice, series: kind === 'series' ? first.file : null, minute: 0 })
          }
        />
      )}
      {choice.series === null ? (
        <>
          <Chips
            legend={<Said k="escape:front.within" />}
            options={ARRIVALS.map((minutes) => ({
              value: String(minutes),
              label: <Said k="escape:front.minutes" params={{ minutes }} />,
            }))}
            value={String(choice.arrival)}
            onChange={(value) =>
              onChange({
                ...choice,
                arrival: ARRIVALS.find((one) => String(one) === value) ?? choice.arrival,
              })
            }
          />
          <Quiet>
            <Said k="escape:front.assumed" />
          </Quiet>
        </>
      ) : (
        <Series {...props} />
      )}
      <Quiet>
        <Said k="escape:front.from" params={{ 'time@clock': from }} />
      </Quiet>
    </>
  )
}
