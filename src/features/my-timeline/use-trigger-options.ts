import { describeTrigger } from '#domain/timeline/describe-timeline.ts'
import { triggersOf, type TimelineHazard } from '#domain/timeline/trigger.ts'
import { plain, useWords } from '#i18n/index.ts'

/** The triggers of a danger for a list to choose from, in the order of the axis, in plain text. */
export function useTriggerOptions(
  hazard: TimelineHazard,
): readonly { readonly value: string; readonly text: string }[] {
  const t = useWords('interview')
  return triggersOf(hazard).map((id) => {
    const { name, time } = describeTrigger(id, hazard)
    const text = plain(t.phrase(name))
    // Three forecasts bear one name: when they come tells them apart.
    return {
      value: id,
      text: time === null ? text : plain(t('timeline.option', { name: text, time: plain(t.phrase(time)) })),
    }
  })
}
