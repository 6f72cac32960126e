import { useState } from 'react'
import { planCalendar } from '#domain/kit/calendar.ts'
import type { KitItem, Plan } from '#domain/plan/plan.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Quiet, Section } from '#ui/Panel.tsx'
import type { PlanTools } from '../plan/index.ts'
import { kitName } from './use-kit-name.ts'

/** The calendar file: the yearly look at the plan, and the days on which something expires. */
export const CalendarOut = ({ tools, plan }: { readonly tools: PlanTools; readonly plan: Plan }) => {
  const t = useWords('kit')
  const [failed, setFailed] = useState(false)
  // Saved and not shared: browsers refuse to share files of this kind.
  const save = () => {
    const words = {
      review: t.label('review'),
      reviewNote: t.label('reviewNote'),
      expires: (item: KitItem) => t.label('calendarExpires', { item: kitName(t, item) }),
    }
    const content = new Blob([planCalendar(plan, words, tools.now())], { type: 'text/calendar' })
    setFailed(tools.sharer.download('minna-plan.ics', content) === 'failed')
  }
  return (
    <Section title={<Said k="kit:calendar" />}>
      <Quiet>
        <Said k="kit:calendarMeans" />
      </Quiet>
      <Actions>
        <Button onClick={save}>
          <Said k="kit:calendar" />
        </Button>
      </Actions>
      <div role="alert">
        {failed ? (
          <p>
            <Said k="kit:calendarFailed" />
          </p>
        ) : null}
      </div>
    </Section>
  )
}
