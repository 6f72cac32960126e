import { useMemo, useState } from 'react'
import type { Inject } from '#domain/drills/scenario.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { searchPlaces } from '#domain/places/search-places.ts'
import { hasPlace } from '#domain/publish/draft-scenario.ts'
import { nearestPlace } from '#domain/publish/nearest-place.ts'
import type { AreasState } from '#features/offline-areas/index.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Select, TextField } from '#ui/Field.tsx'
import { Actions } from '#ui/Panel.tsx'
import type { StaffServices } from '../parts.ts'
import { StaffMap } from '../StaffMap.tsx'
import styles from './drill.module.css'
import { FaultBox } from './FaultLine.tsx'
import { NumberField } from './NumberField.tsx'

export type PlaceProps = {
  readonly inject: Inject
  readonly index: number
  readonly services: Pick<StaffServices, 'tilesOf'>
  readonly open: Extract<AreasState['open'], { status: 'open' }>
  readonly isMapShown: boolean
  readonly onMap: (isShown: boolean) => void
  readonly onChange: (inject: Inject) => void
}

/** Where it happens, for what happens at a place: a road by name, position or map, a site from the list. Everything works without the map. */
export const InjectPlace = (props: PlaceProps) => {
  const { inject, index, onChange } = props
  if (!hasPlace(inject.kind)) return null
  const { when } = inject
  return (
    <>
      {inject.kind === 'siteFull' ? <SiteChoice {...props} /> : <RoadPlace {...props} />}
      <NumberField
        field={`injects.${index}.when.withinMetres`}
        label={<Said k="staff:drill.injects.within" />}
        value={when.withinMetres ?? Number.NaN}
        onCommit={(metres, isEmpty) =>
          onChange({ ...inject, when: { ...when, withinMetres: isEmpty ? null : metres } })
        }
      />
    </>
  )
}

/** Of all sites of the area none, or one. */
const SiteChoice = ({ inject, index, open, onChange }: PlaceProps) => {
  const t = useWords('staff')
  const sites = open.area.sites ?? []
  const known = sites.map(({ id, name }) => ({ value: id, text: name.ja }))
  const isKnown = inject.site === null || known.some(({ value }) => value === inject.site)
  return (
    <FaultBox field={`injects.${index}.site`}>
      <Select
        label={<Said k="staff:drill.injects.site" />}
        value={inject.site ?? ''}
        options={[
          { value: '', text: t.label('drill.injects.anySite') },
          ...(isKnown ? [] : [{ value: inject.site ?? '', text: inject.site ?? '' }]),
          ...known,
        ]}
        onChange={(site) => onChange({ ...inject, site: site === '' ? null : site })}
      />
    </FaultBox>
  )
}

const RoadPlace = ({ inject, index, services, open, isMapShown, onMap, onChange }: PlaceProps) => {
  const [isLost, setIsLost] = useState(false)
  const { at } = inject
  const set = (place: LngLat | null) => {
    setIsLost(false)
    onChange({
      ...inject,
      at: place,
      // Near no place it would never come.
      when: place === null ? { ...inject.when, withinMetres: null } : inject.when,
    })
  }
  const find = (typed: string) => {
    if (typed.trim() === '') return
    const [hit] = searchPlaces(open.area, typed, 1)
    if (hit === undefined) setIsLost(true)
    else set(hit.at)
  }
  const shown = useMemo(() => ({ closures: [], lines: [], at }), [at])
  return (
    <>
      <FaultBox field={`injects.${index}.at`}>
        <TextField
          label={<Said k="staff:drill.injects.place" />}
          hint={<Said k="staff:drill.injects.placeHint" />}
          value={at === null ? '' : positionOf(at)}
          most={80}
          onCommit={find}
        />
        <p role="status">
          {isLost ? (
            <Said k="staff:drill.injects.notFound" />
          ) : at === null ? null : (
            <Where at={at} open={open} />
          )}
        </p>
      </FaultBox>
      <div className={styles.wide}>
        <Actions>
          <Button icon="pin" aria-expanded={isMapShown} onClick={() => onMap(!isMapShown)}>
            <Said k={isMapShown ? 'staff:drill.injects.mapOff' : 'staff:drill.injects.onMap'} />
          </Button>
          {at === null ? null : (
            <Button onClick={() => set(null)}>
              <Said k="staff:drill.injects.noPlace" />
            </Button>
          )}
        </Actions>
        {isMapShown ? (
          <StaffMap services={services} open={open} shown={shown} goTo={at} onPick={set} />
        ) : null}
      </div>
    </>
  )
}

const positionOf = ([lng, lat]: LngLat): string => `${lat.toFixed(5)}, ${lng.toFixed(5)}`

const Where = ({ at, open }: { readonly at: LngLat; readonly open: PlaceProps['open'] }) => {
  const near = nearestPlace(open.area.places, at)
  const position = positionOf(at)
  return near === null ? (
    <Said k="staff:drill.injects.at" params={{ position }} />
  ) : (
    <Said k="staff:drill.injects.here" params={{ 'place@name': near, position }} />
  )
}
