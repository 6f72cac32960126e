import type { OpenPlan } from '../plan/index.ts'
import { Said, useWords, formatDate } from '#i18n/index.ts'
import { Section } from '#ui/Panel.tsx'
import { changedSinceExport } from './export-due.ts'

/** When the plan was last saved outside this device, whether it changed since, and why that matters. */
export const LastExport = ({
  open,
  isDropped,
}: {
  readonly open: OpenPlan
  /** The system drops what this site keeps when it is not opened for a while. */
  readonly isDropped: boolean
}) => {
  const t = useWords('share')
  const { plan, exported } = open
  return (
    <Section title={<Said k="share:last.title" />}>
      <p>
        {exported === null ? (
          <b>
            <Said k="share:last.never" />
          </b>
        ) : (
          <>
            <Said
              k="share:last.at"
              params={{ time: formatDate(t.language, new Date(exported.at).toISOString()) }}
            />{' '}
            {changedSinceExport({ changedAt: plan.changedAt, exported }) ? (
              <b>
                <Said k="share:last.changed" />
              </b>
            ) : (
              <Said k="share:last.same" />
            )}
          </>
        )}
      </p>
      <p>
        <Said k={isDropped ? 'share:last.whyIos' : 'share:last.why'} />
      </p>
    </Section>
  )
}
