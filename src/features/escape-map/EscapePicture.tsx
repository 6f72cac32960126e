import { useStore } from 'zustand'
import { Said } from '#i18n/index.ts'
import { classNames } from '#ui/class-names.ts'
import { Panel, Quiet, Section } from '#ui/Panel.tsx'
import type { ClosuresKnown } from '../ways/index.ts'
import type { EscapeTools } from './escape-tools.ts'
import styles from './EscapeMap.module.css'
import { EscapeNotes } from './EscapeNotes.tsx'
import { EscapePaper } from './EscapePaper.tsx'
import { HereTimes } from './HereTimes.tsx'
import { rowsOf } from './rows.ts'
import { TimesTable } from './TimesTable.tsx'
import type { EscapeAnswer, Shown } from './use-escape.ts'

/** What was worked out, in words and numbers. `isOld`: another picture is on its way. */
export const EscapePicture = ({
  answer,
  shown,
  tools,
  isOld,
  closures,
}: {
  readonly answer: EscapeAnswer
  readonly shown: Shown
  readonly tools: EscapeTools
  readonly isOld: boolean
  readonly closures: ClosuresKnown
}) => {
  const hazard = useStore(tools.shelters, (state) => state.hazard)
  const rows = rowsOf(shown, tools.theme)
  const { unplaced } = shown.kind === 'reach' ? shown.reach : shown.departures
  return (
    <div className={classNames(isOld && styles.old)} aria-busy={isOld}>
      <Panel>
        <Section title={<Said k="escape:place.title" />}>
          <HereTimes answer={answer} shown={shown} tools={tools} />
        </Section>
        <Section title={<Said k="escape:table.title" />}>
          {tools.hasMap ? null : (
            <Quiet>
              <Said k="escape:map.hidden" />
            </Quiet>
          )}
          <TimesTable rows={rows} />
        </Section>
        <EscapeNotes hazard={hazard} closures={closures} unplaced={unplaced.length} />
        <EscapePaper tools={tools} answer={answer} shown={shown} closures={closures} />
      </Panel>
    </div>
  )
}
