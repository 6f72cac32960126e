import { useState } from 'react'
import { nonceFrom } from '#domain/drills/drill-token.ts'
import type { Drill } from '#domain/drills/drill.ts'
import { MOST_PEOPLE, writeArrival } from '#domain/drills/roll-call.ts'
import { Said, useWords } from '#i18n/index.ts'
import { TextField } from '#ui/Field.tsx'
import { More } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import { CodeToShow } from './CodeToShow.tsx'

const NONCE_BYTES = 16
const countOf = (typed: string, least: number, most: number, otherwise: number): number => {
  const number = Number.parseInt(typed.normalize('NFKC'), 10)
  return Number.isNaN(number) ? otherwise : Math.min(most, Math.max(least, number))
}

/** What somebody who arrived shows at the reception of the site: how many came, how many need help, nobody's name. */
export const ArrivalCode = ({
  tools,
  drill,
  site,
}: {
  readonly tools: DrillTools
  readonly drill: Drill
  /** Id of the site where they are; null = not known. */
  readonly site: string | null
}) => {
  const t = useWords('drills')
  // One arrival, however often its numbers are changed: it counts once.
  const [nonce] = useState(() => nonceFrom(tools.randomBytes(NONCE_BYTES)))
  const [people, setPeople] = useState(1)
  const [needHelp, setNeedHelp] = useState(0)
  const code = writeArrival({
    v: 1,
    area: drill.invitation.area,
    drill: drill.token,
    nonce,
    site,
    language: tools.language,
    people,
    needHelp: Math.min(needHelp, people),
    group: drill.invitation.group,
  })
  return (
    <More summary={<Said k="drills:handIn.arrival" />}>
      <TextField
        label={<Said k="drills:handIn.people" />}
        type="number"
        most={2}
        value={String(people)}
        onCommit={(typed) => setPeople(countOf(typed, 1, MOST_PEOPLE, people))}
      />
      <TextField
        label={<Said k="drills:handIn.helpCount" />}
        type="number"
        most={2}
        value={String(Math.min(needHelp, people))}
        onCommit={(typed) => setNeedHelp(countOf(typed, 0, people, needHelp))}
      />
      <CodeToShow tools={tools} code={code} label={t.label('handIn.arrivalLabel')} />
    </More>
  )
}
