import { describeInject } from '#domain/drills/describe-scenario.ts'
import { momentOfEvent } from '#domain/drills/drill.ts'
import { answerNeighbour, helpsTill, neighboursAsking } from '#domain/drills/table-acts.ts'
import { formatClock, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Panel.tsx'
import type { Running } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import { acting } from './acting.ts'

/** A neighbour asks: they help, or go on. */
export const Neighbours = ({ tools, running }: { readonly tools: DrillTools; readonly running: Running }) => {
  const t = useWords('drills')
  const { drill, told, minute } = running
  if (told === null) return null
  const till = helpsTill(drill, told.injects)
  return (
    <>
      {neighboursAsking(drill, told.injects).map((inject) => (
        <Section key={inject.id} title={<Said phrase={describeInject(inject)} />}>
          {(['help', 'pass'] as const).map((kind) => (
            <Button
              key={kind}
              onClick={() =>
                acting(tools)((now, world, then) => answerNeighbour(now, world, then, inject, kind))
              }
            >
              <Said k={`drills:table.${kind}`} />
            </Button>
          ))}
        </Section>
      ))}
      <p role="status">
        {till > minute ? (
          <Said text={t('table.busy', { time: formatClock(t.language, momentOfEvent(drill, till)) })} />
        ) : null}
      </p>
    </>
  )
}
