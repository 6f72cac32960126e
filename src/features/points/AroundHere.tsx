import { useMemo } from 'react'
import type { FeatureNear } from '#domain/features/features-near.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import type { PackSource } from '#domain/packs/area-pack.ts'
import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quiet, Section } from '#ui/Panel.tsx'
import { around, type Group } from './around.ts'
import { PointItem } from './PointItem.tsx'
import styles from './AroundHere.module.css'

/** Kinds that are records of danger: what is not recorded is not known. */
const RECORDS: readonly Group['kind'][] = ['pastFlood', 'dangerSpot']

const GroupOfKind = ({
  group,
  sources,
}: {
  readonly group: Group
  readonly sources: readonly PackSource[]
}) => (
  <div className={styles.group} data-kind={group.kind}>
    <h4>
      <Said k={`points:kind.${group.kind}`} />
    </h4>
    <ul className={styles.list}>
      {group.found.map((near: FeatureNear) => (
        <PointItem
          key={near.feature.id}
          near={near}
          source={sources.find(({ id }) => id === near.feature.source) ?? null}
        />
      ))}
    </ul>
    {group.kind === 'aed' ? (
      <Quiet>
        <Said k="points:inside" />
      </Quiet>
    ) : null}
  </div>
)

/**
 * What the municipality keeps beside hazard zones and sites, near a place: past floods here, dangerous spots within 500 m, the
 * nearest AED, water supply point and monument, each with distance, direction, source and date. Nothing where there is
 * nothing near; a list that cannot be read is said to be so.
 */
export const AroundHere = ({ area, at }: { readonly area: Area; readonly at: LngLat }) => {
  const groups = useMemo(() => around(area, at), [area, at])
  const isUnreadable = area.features === null
  if (groups.length === 0 && !isUnreadable) return null
  return (
    <Section title={<Said k="points:title" />}>
      {isUnreadable ? (
        <Notice tone="unknown">
          <p>
            <Said k="points:unreadable" />
          </p>
        </Notice>
      ) : null}
      {groups.map((group) => (
        <GroupOfKind key={group.kind} group={group} sources={area.manifest.sources} />
      ))}
      {groups.some(({ kind }) => RECORDS.includes(kind)) ? (
        <Quiet>
          <Said k="points:onlyRecorded" />
        </Quiet>
      ) : null}
    </Section>
  )
}
