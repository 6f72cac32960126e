import { momentOfEvent, type Drill } from '#domain/drills/drill.ts'
import { plain, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips, Slider } from '#ui/Choice.tsx'
import { Actions } from '#ui/Panel.tsx'
import { PLAY_SPEEDS, type Player } from './use-replay.ts'

/** The scrubber: a slider by tenths of a minute, steps of a minute, and a player with three speeds. */
export const ReplayControls = ({
  drill,
  player,
  span: { from, till },
}: {
  readonly drill: Drill
  readonly player: Player
  readonly span: { readonly from: number; readonly till: number }
}) => {
  const t = useWords('drills')
  const { minute, isPlaying, speed, goTo, play, pause, choose } = player
  const whole = Math.floor(minute)
  const time = {
    'at@clock': momentOfEvent(drill, whole),
    minutes: whole,
    total: drill.run.scenario.minutes,
  }
  return (
    <>
      <Slider
        label={<Said k="drills:replay.slider" />}
        value={minute}
        min={from}
        max={till}
        step={0.1}
        text={plain(t('told.time', time))}
        onChange={goTo}
      />
      <Actions>
        <Button onClick={() => goTo(Math.ceil(minute) - 1)} disabled={minute <= from}>
          <Said k="drills:replay.back" />
        </Button>
        <Button look="main" onClick={isPlaying ? pause : play}>
          <Said k={isPlaying ? 'drills:replay.pause' : 'drills:replay.play'} />
        </Button>
        <Button onClick={() => goTo(whole + 1)} disabled={minute >= till}>
          <Said k="drills:replay.on" />
        </Button>
      </Actions>
      <Chips
        legend={<Said k="drills:replay.speed" />}
        options={PLAY_SPEEDS.map((count) => ({
          value: String(count),
          label: <Said k="drills:replay.perSecond" params={{ count }} />,
        }))}
        value={String(speed)}
        onChange={(next) => choose(PLAY_SPEEDS.find((one) => String(one) === next) ?? speed)}
      />
    </>
  )
}
