import { answerNeighbour, neighboursAsking } from '#domain/drills/table-acts.ts'
import { describeInject } from '#domain/drills/describe-scenario.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { DrillTools } from '../tools.ts'
import { actIn, once } from './table-acts.ts'
import type { Ready } from './table-now.ts'

/** A neighbour who asks for help: to help takes time, to go on does not. It is announced among the news. */
export const Neighbours = ({ tools, ready }: { readonly tools: DrillTools; readonly ready: Ready }) => {
  const [asks] = neighboursAsking(ready.drill, ready.told.injects)
  if (asks === undefined) return null
  const answer = (how: 'help' | 'pass') => actIn(tools, (...now) => answerNeighbour(...now, asks, how))
  return (
    <Notice
      tone="info"
      actions={
        <>
          <Button onClick={once(() => answer('help'))}>
            <Said k="drills:table.help" />
          </Button>
          <Button onClick={once(() => answer('pass'))}>
            <Said k="drills:table.pass" />
          </Button>
        </>
      }
    >
      <p>
        <Said phrase={describeInject(asks)} />
      </p>
    </Notice>
  )
}
