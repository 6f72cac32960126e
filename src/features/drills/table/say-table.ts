import type { DescribedChoice } from '#domain/drills/describe-choices.ts'
import { describeTold, describeWater } from '#domain/drills/describe-told.ts'
import { momentOfEvent } from '#domain/drills/drill.ts'
import { describeNow } from '#domain/timeline/describe-timeline.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { speakableOf, type Speech } from '#features/speech/index.ts'
import { describeGoal, describePhase, describePlace, type Phase, type Ready } from './table-now.ts'
import { factsOfWay, nameOfWay } from './WayChoices.tsx'

/** More of what came is not heard to its end. Own choice. */
const MOST_SAID = 3

/** The present situation as it is read aloud: the time, what came last, the level, the water, where they are, and the ways on. */
export function sayTable(ready: Ready, phase: Phase, choices: readonly DescribedChoice[]): Speech {
  const { drill, world, told } = ready
  const { run } = drill
  const minutes = Math.floor(told.minute)
  const total = run.scenario.minutes
  const water = describeWater(world, run, told)
  const phrases: readonly Phrase[] = [
    { key: 'drills:told.time', params: { 'at@clock': momentOfEvent(drill, minutes), minutes, total } },
    ...describeTold(world, told)
      .slice(-MOST_SAID)
      .map(({ text }) => text),
    ...(told.level === null ? [] : [describeNow(told.level, run.scenario.hazard).calls]),
    { key: water.isMud ? 'drills:told.mud' : 'drills:told.water' },
    water.now.text,
    ...(run.left === null ? [] : [...describePlace(ready), describeGoal(ready)]),
    describePhase(ready, phase),
    ...choices.flatMap((choice) => [
      nameOfWay(choice),
      ...factsOfWay(choice),
      ...choice.zones.map(({ text }) => text),
    ]),
  ]
  return speakableOf(phrases)
}
