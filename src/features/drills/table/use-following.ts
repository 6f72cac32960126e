import { useEffect, useState } from 'react'
import type { DescribedChoice } from '#domain/drills/describe-choices.ts'
import { describeReached, describeWater } from '#domain/drills/describe-told.ts'
import { goAlong, neighboursAsking } from '#domain/drills/table-acts.ts'
import type { DrillTools } from '../tools.ts'
import { actIn } from './table-acts.ts'
import type { Phase, Ready } from './table-now.ts'

/** What must not change while somebody walks on without being asked: what was told, where they go, and the water at their feet. */
const situationOf = ({ drill, world, told }: Ready): string =>
  [
    told.signals.length,
    told.injects.length,
    drill.run.goal,
    describeReached(describeWater(world, drill.run, told), told.minute)?.id,
  ].join()

/**
 * Whoever knows the way is not asked at every corner: they go on towards their goal until something happens, a road is seen to be shut, or
 * they stop. Each corner is a decision of theirs in the run.
 */
export function useFollowing(
  tools: DrillTools,
  ready: Ready,
  phase: Phase,
  choices: readonly DescribedChoice[],
) {
  const [since, setSince] = useState<string | null>(null)
  const situation = situationOf(ready)
  const on = choices.find(({ towards }) => towards)
  const seesShut = choices.some(({ bar }) => bar !== null)
  const asks = neighboursAsking(ready.drill, ready.told.injects).length > 0
  const goesOn = since === situation && !seesShut && !asks
  const isFollowing = goesOn && (phase.kind === 'walking' || on !== undefined)
  const next = goesOn && phase.kind === 'standing' ? on : undefined
  useEffect(() => {
    if (next !== undefined) actIn(tools, (...now) => goAlong(...now, next))
  }, [tools, next])
  return {
    isFollowing,
    /** null = there is nothing to follow now. */
    follow: on === undefined || phase.kind !== 'standing' || isFollowing ? null : () => setSince(situation),
    stop: () => setSince(null),
  }
}
