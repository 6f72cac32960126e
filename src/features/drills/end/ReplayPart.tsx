import { useEffect, useMemo } from 'react'
import type { Counterfactual } from '#domain/drills/drill-run.ts'
import { runOfOther, storyOf, type Ended } from '#domain/drills/replay-story.ts'
import { frameAt, openReplay, replaySpan } from '#domain/drills/replay.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, More, Section } from '#ui/Panel.tsx'
import { boxAround } from '../box-around.ts'
import type { Finished } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import { MinuteTable, rowsOf, Story, ThisMinute } from './Minutes.tsx'
import { ReplayControls } from './ReplayControls.tsx'
import { ReplayLegend } from './ReplayLegend.tsx'
import { drawReplay, type Seen } from './replay-on-map.ts'
import { useReplay, type Player } from './use-replay.ts'

/** Shows the minute on the map as long as the replay is on the screen, and brings the walk into view once. */
function useOnMap({ showOnMap, fit }: DrillTools, seen: Seen, { run }: Ended, goal: LngLat | null): void {
  useEffect(() => showOnMap(seen.onMap), [showOnMap, seen])
  useEffect(() => () => showOnMap(null), [showOnMap])
  useEffect(() => {
    fit?.(boxAround([run.home, ...run.track.map(({ at }) => at), ...(goal === null ? [] : [goal])]))
  }, [fit, run, goal])
}

/** What is assumed, or not known, of the water of a drill. */
const AboutWater = ({ finished: { world } }: { readonly finished: Finished }) => {
  const { water, series } = world.source
  if (water.kind === 'rise')
    return (
      <Notice tone="info">
        <p>
          <Said k="drills:told.assumed" />
        </p>
      </Notice>
    )
  return water.kind === 'none' || series === null ? (
    <Notice tone="unknown">
      <p>
        <Said k="drills:replay.noWater" />
      </p>
    </Notice>
  ) : null
}

/** All that the replay is made of; what does not hang on the minute is reckoned once. */
function useStory({ drill, world, told, wentWrong }: Finished) {
  const ended = useMemo((): Ended => ({ run: drill.run, told, wentWrong }), [drill, told, wentWrong])
  const known = useMemo(() => {
    const replay = openReplay(ended.run)
    return { replay, span: replaySpan(replay), story: storyOf(world, replay, ended) }
  }, [world, ended])
  return { ended, ...known }
}

/** Legend, story and table. They stand open where there is no map, and hang on no frame but for the line of the story. */
const Around = ({
  tools,
  finished: { drill, world },
  known: { replay, span, story },
  hasOther,
  player,
}: {
  readonly tools: DrillTools
  readonly finished: Finished
  readonly known: ReturnType<typeof useStory>
  readonly hasOther: boolean
  readonly player: Player
}) => {
  const table = useMemo(
    () => (
      <MinuteTable
        rows={rowsOf(span)}
        frameOf={(at) => frameAt(replay, at, world.water)}
        story={story}
        drill={drill}
      />
    ),
    [world, replay, span, story, drill],
  )
  if (tools.fit === null) return <Section title={<Said k="drills:replay.table" />}>{table}</Section>
  return (
    <>
      <More summary={<Said k="drills:replay.legend.title" />}>
        <ReplayLegend world={world} theme={tools.theme ?? 'day'} hasOther={hasOther} />
      </More>
      <More summary={<Said k="drills:replay.story" />}>
        <Story story={story} drill={drill} minute={player.minute} onGo={player.goTo} />
      </More>
      <More summary={<Said k="drills:replay.table" />}>{table}</More>
    </>
  )
}

/**
 * One's own way against the water, minute by minute: a scrubber, the minute in words, all that happened, and a table, which stands open
 * where there is no map.
 * @param other the choice whose walker moves beside one's own; null = nobody
 */
export const ReplayPart = ({
  tools,
  finished,
  other,
  onOwnOnly,
}: {
  readonly tools: DrillTools
  readonly finished: Finished
  readonly other: Counterfactual | null
  readonly onOwnOnly: () => void
}) => {
  const { drill, world } = finished
  const theme = tools.theme ?? 'day'
  const known = useStory(finished)
  const { ended, span, story } = known
  const beside = useMemo(
    () => (other === null ? null : runOfOther(world, ended, other)),
    [world, ended, other],
  )
  const seenAt = useMemo(() => drawReplay(world, ended, beside, theme), [world, ended, beside, theme])
  const player = useReplay(span)
  const { minute, isPlaying, goTo } = player
  const seen = useMemo(() => seenAt(minute), [seenAt, minute])
  useOnMap(tools, seen, ended, seen.onMap.goal)
  const wrong = story.find(({ kind }) => kind === 'wrong')
  return (
    <>
      <AboutWater finished={finished} />
      <ReplayControls drill={drill} player={player} span={span} />
      <ThisMinute seen={seen} story={story} drill={drill} isPlaying={isPlaying} />
      <Actions>
        {wrong === undefined ? null : (
          <Button icon="warning" onClick={() => goTo(wrong.minute)}>
            <Said k="drills:replay.toWrong" />
          </Button>
        )}
        {beside === null ? null : (
          <Button icon="close" onClick={onOwnOnly}>
            <Said k="drills:replay.only" />
          </Button>
        )}
      </Actions>
      <Around tools={tools} finished={finished} known={known} hasOther={beside !== null} player={player} />
    </>
  )
}
