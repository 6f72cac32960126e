import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { searchPlaces, type SearchHit } from '#domain/places/search-places.ts'
import { middleOf, nearestPlace } from '#domain/publish/nearest-place.ts'
import { roadsNamed, stretchesNear, type Stretch } from '#domain/publish/stretches.ts'
import type { EdgeIndex } from '#domain/routes/snap.ts'
import { foreign, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Quiet } from '#ui/Panel.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { StretchName } from './StretchName.tsx'
import styles from './staff.module.css'

/** Stretches of one road that are listed before the clerk is asked to say more. */
const MOST_STRETCHES = 40

type Around = { readonly at: LngLat; readonly name: string }

/** What the typed text finds; the list follows when there is time, the letters do not wait for it. */
function useFound(area: Area, index: EdgeIndex | null, typed: string, around: Around | null) {
  const text = useDeferredValue(typed)
  const roads = useMemo(
    () => (index === null || text.trim() === '' ? [] : roadsNamed(index.graph, text, 4)),
    [index, text],
  )
  const places = useMemo(
    () => (text.trim() === '' ? [] : searchPlaces(area, text, roads.length > 0 ? 4 : 8)),
    [area, text, roads],
  )
  const near = useMemo(
    () => (around === null || index === null ? [] : stretchesNear(index, around.at, 150)),
    [around, index],
  )
  return { text, roads, places, near }
}

/** Finds roads by name, places by name, and positions; what is found is chosen by a press, without the map. */
export const FindRoad = ({
  area,
  index,
  chosen,
  onStretch,
  onPlace,
}: {
  readonly area: Area
  readonly index: EdgeIndex | null
  readonly chosen: readonly Stretch[]
  readonly onStretch: (stretch: Stretch) => void
  readonly onPlace: (at: LngLat, name: string) => void
}) => {
  const [typed, setTyped] = useState('')
  const [around, setAround] = useState<Around | null>(null)
  const { text, roads, places, near } = useFound(area, index, typed, around)
  const list = (stretches: readonly Stretch[]) => (
    <StretchList area={area} stretches={stretches} chosen={chosen} onStretch={onStretch} />
  )
  return (
    <div className={styles.find}>
      <SearchField label={<Said k="staff:find.label" />} text={typed} most={80} onType={setTyped} />
      {text.trim() !== '' && roads.length === 0 && places.length === 0 ? (
        <p role="status">
          <Said k="staff:find.nothing" />
        </p>
      ) : null}
      {roads.map(({ name, stretches }) => (
        <div key={`${name.ja} ${name.ref ?? ''}`}>
          <h4>
            <Said text={foreign('ja', name.ja === '' ? (name.ref ?? '') : name.ja)} />
          </h4>
          {list(stretches.slice(0, MOST_STRETCHES))}
        </div>
      ))}
      <Places
        places={places}
        onPlace={(hit) => {
          setAround({ at: hit.at, name: hit.name })
          setTyped('')
          onPlace(hit.at, hit.name)
        }}
      />
      {text.trim() === '' ? (
        <NearRoads around={around} near={near}>
          {list(near)}
        </NearRoads>
      ) : null}
    </div>
  )
}

const Places = ({
  places,
  onPlace,
}: {
  readonly places: readonly SearchHit[]
  readonly onPlace: (hit: SearchHit) => void
}) =>
  places.length === 0 ? null : (
    <ul className={styles.rows}>
      {places.map((hit) => (
        <li key={`${hit.name} ${hit.at.join()}`}>
          <Button look="row" icon="pin" onClick={() => onPlace(hit)}>
            <Said text={foreign('ja', hit.name)} />
          </Button>
        </li>
      ))}
    </ul>
  )

const NearRoads = ({
  around,
  near,
  children,
}: {
  readonly around: Around | null
  readonly near: readonly Stretch[]
  readonly children: ReactNode
}) =>
  around === null ? null : (
    <div role="status">
      <h4>
        <Said k="staff:find.around" params={{ place: around.name }} />
      </h4>
      {near.length === 0 ? (
        <Quiet>
          <Said k="staff:find.noneAround" />
        </Quiet>
      ) : (
        children
      )}
    </div>
  )

const StretchList = ({
  area,
  stretches,
  chosen,
  onStretch,
}: {
  readonly area: Area
  readonly stretches: readonly Stretch[]
  readonly chosen: readonly Stretch[]
  readonly onStretch: (stretch: Stretch) => void
}) => {
  const t = useWords('staff')
  return (
    <ul className={styles.rows}>
      {stretches.map((stretch) => {
        const isChosen = chosen.some(({ id }) => id === stretch.id)
        return (
          <li key={stretch.id}>
            <Button
              look="row"
              icon={isChosen ? 'check' : 'plus'}
              aria-pressed={isChosen}
              title={t.label(isChosen ? 'where.remove' : 'find.choose')}
              onClick={() => onStretch(stretch)}
            >
              <StretchName stretch={stretch} place={nearestPlace(area.places, middleOf(stretch.line))} />
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
