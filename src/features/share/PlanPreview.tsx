import type { Plan } from '#domain/plan/plan.ts'
import { describeDanger } from '#domain/timeline/describe-timeline.ts'
import { formatDate, Said, useWords } from '#i18n/index.ts'
import { DataList, Datum } from '#ui/DataList.tsx'
import { Notice } from '#ui/Notice.tsx'
import { LeftOutList } from './CodeOut.tsx'
import { Holds } from './Holds.tsx'
import type { ReceivedPlan } from './received-content.ts'
import styles from './Share.module.css'

/** Things by their names; one without a name by its kind. */
const Named = ({
  things,
  kinds,
}: {
  readonly things: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  readonly kinds: 'place' | 'destination'
}) => (
  <ul className={styles.list}>
    {things.map(({ id, name, kind }) => (
      <li key={id}>
        {name === '' ? <Said k={`mymap:kind.${kinds}.${kind}`} /> : <bdi translate="no">{name}</bdi>}
      </li>
    ))}
  </ul>
)

const Dangers = ({ plan }: { readonly plan: Plan }) => (
  <ul className={styles.list}>
    {plan.timelines.map(({ hazard }) => (
      <li key={hazard}>
        <Said phrase={describeDanger(hazard)} />
      </li>
    ))}
  </ul>
)

/** What came: whose it is, what it holds by name, and what it does not hold. It is somebody's, and never the city's. */
export const PlanPreview = ({ received }: { readonly received: ReceivedPlan }) => {
  const t = useWords('share')
  const { plan, leftOut, position } = received
  return (
    <div className={styles.preview}>
      <Notice tone="unknown">
        <p>
          <b>
            <Said k="share:received.fromSomebody" />
          </b>
        </p>
        <p>
          <Said k="share:received.notKept" />
        </p>
      </Notice>
      <p className={styles.name}>
        <bdi translate="no">{plan.name}</bdi>
      </p>
      <DataList>
        <Datum name={<Said k="share:received.changed" />}>
          <Said text={formatDate(t.language, new Date(plan.changedAt).toISOString())} />
        </Datum>
        <Datum name={<Said k="share:code.holds" />}>
          <Holds plan={plan} />
        </Datum>
        {plan.places.length === 0 ? null : (
          <Datum name={<Said k="share:received.places" />}>
            <Named things={plan.places} kinds="place" />
          </Datum>
        )}
        {plan.destinations.length === 0 ? null : (
          <Datum name={<Said k="share:received.destinations" />}>
            <Named things={plan.destinations} kinds="destination" />
          </Datum>
        )}
        {plan.timelines.length === 0 ? null : (
          <Datum name={<Said k="share:received.timelines" />}>
            <Dangers plan={plan} />
          </Datum>
        )}
        {leftOut.length === 0 ? null : (
          <Datum name={<Said k="share:code.leftOut" />}>
            <LeftOutList leftOut={leftOut} />
          </Datum>
        )}
      </DataList>
      {position === 'rounded' ? (
        <Notice tone="unknown">
          <p>
            <Said k="share:received.rounded" />
          </p>
        </Notice>
      ) : null}
    </div>
  )
}
