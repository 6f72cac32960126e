import { describeTrigger } from '#domain/timeline/describe-timeline.ts'
import { triggersOf, type TimelineHazard } from '#domain/timeline/trigger.ts'
import { plain, useWords } from '#i18n/index.ts'

/** The triggers of a danger for a list to choose from, in the order of the axis, in plain text. */
export function useTriggerOptions(
  hazard: TimelineHazard,
): readonly { readonly value: string; readonly text: string }[] {
  const t = useWords('timeline')
  return triggersOf(hazard).map((id) => ({
    value: id,
    text: plain(t.phrase(describeTrigger(id, hazard).name)),
  }))
}
