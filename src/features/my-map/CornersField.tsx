import { useEffect, useRef, useState } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { MOST } from '#domain/plan/plan.ts'
import { Heard, Said, useWords } from '#i18n/index.ts'
import { Button, IconButton } from '#ui/Button.tsx'
import { Actions } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import type { PlanTools } from '../plan/index.ts'
import { NearName } from './NearName.tsx'
import { PlacePicker } from './PlacePicker.tsx'
import { useRefocus } from './use-refocus.ts'
import styles from './ThingPanel.module.css'

type Shape = 'line' | 'area'
const LEAST: { readonly [shape in Shape]: number } = { line: 2, area: 3 }

/** How many points are listed at first: a drawn line may have hundreds. Own choice. */
const FIRST = 12

const swapped = (corners: readonly LngLat[], index: number, by: -1 | 1): readonly LngLat[] => {
  const [corner] = corners.slice(index, index + 1)
  return corner === undefined ? corners : corners.toSpliced(index, 1).toSpliced(index + by, 0, corner)
}

type FieldProps = {
  readonly tools: PlanTools
  readonly shape: Shape
  readonly corners: readonly LngLat[]
  /** True for something that is in the plan already: it never has fewer corners than it needs. */
  readonly isKept: boolean
  readonly onChange: (corners: readonly LngLat[]) => void
}

const Corner = ({
  props: { tools, shape, corners, isKept, onChange },
  index,
  at,
}: {
  readonly props: FieldProps
  readonly index: number
  readonly at: LngLat
}) => {
  const t = useWords('mymap')
  const refocus = useRefocus()
  const number = index + 1
  const move = (by: -1 | 1) => {
    onChange(swapped(corners, index, by))
    refocus(`corner-${index + by}`, by === -1 ? 'up' : 'down')
  }
  return (
    <li className={styles.corner} data-thing={`corner-${index}`}>
      <span className={styles.cornerName}>
        <strong>
          <Said text={t('corner.point', { number })} />
        </strong>{' '}
        <NearName area={tools.area} at={at} />
      </span>
      <span className={styles.buttons}>
        <IconButton
          icon="up"
          data-act="up"
          label={t.label('corner.up', { number })}
          disabled={index === 0}
          onClick={() => move(-1)}
        />
        <IconButton
          icon="down"
          data-act="down"
          label={t.label('corner.down', { number })}
          disabled={number === corners.length}
          onClick={() => move(1)}
        />
        <IconButton
          icon="bin"
          data-act="bin"
          label={t.label('corner.remove', { number })}
          disabled={isKept && corners.length <= LEAST[shape]}
          onClick={() => {
            onChange(corners.toSpliced(index, 1))
            refocus(`corner-${Math.min(index, corners.length - 2)}`, 'bin')
          }}
        />
      </span>
    </li>
  )
}

const List = (props: FieldProps) => {
  const t = useWords('mymap')
  const { corners } = props
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? corners : corners.slice(0, FIRST)
  if (corners.length === 0)
    return (
      <p>
        <Said k="mymap:corner.empty" />
      </p>
    )
  return (
    <>
      <ol className={styles.corners}>
        {shown.map((at, index) => (
          <Corner key={index} props={props} index={index} at={at} />
        ))}
      </ol>
      {shown.length < corners.length ? (
        <Button icon="list" onClick={() => setWhole(true)}>
          <Said text={t('app:site.showAll', { count: corners.length })} />
        </Button>
      ) : null}
    </>
  )
}

/** The points of a route, or the corners of an area: as a list that needs no map, and drawn where there is one. */
export const CornersField = (props: FieldProps) => {
  const { tools, shape, corners, onChange } = props
  const [isAdding, setAdding] = useState(false)
  const adder = useRef<HTMLButtonElement>(null)
  const wasAdding = useRef(false)
  useEffect(() => {
    if (wasAdding.current && !isAdding) adder.current?.focus()
    wasAdding.current = isAdding
  }, [isAdding])
  const { draw } = tools
  const onDone = (drawn: readonly LngLat[] | null) => {
    if (drawn !== null && drawn.length >= LEAST[shape]) onChange(drawn)
  }
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>
        <Said k={`mymap:corner.${shape === 'line' ? 'route' : 'area'}`} />
      </h3>
      <List {...props} />
      <LiveRegion>
        <Heard k="mymap:corner.changed" params={{ count: corners.length }} />
      </LiveRegion>
      {corners.length < LEAST[shape] ? (
        <p>
          <Said k={`mymap:corner.least.${shape}`} />
        </p>
      ) : null}
      <Actions>
        <Button
          ref={adder}
          icon={isAdding ? 'close' : 'plus'}
          aria-expanded={isAdding}
          disabled={corners.length >= MOST.corners}
          onClick={() => setAdding(!isAdding)}
        >
          <Said k={`mymap:corner.${isAdding ? 'noMore' : 'add'}`} />
        </Button>
        {draw === null ? null : (
          <Button icon="pencil" onClick={() => draw({ tool: shape, corners, onDone })}>
            <Said k={`mymap:corner.${corners.length < LEAST[shape] ? 'draw' : 'redraw'}`} />
          </Button>
        )}
      </Actions>
      {isAdding ? (
        <PlacePicker
          tools={tools}
          autoFocus
          onChoose={({ at }) => {
            setAdding(false)
            onChange([...corners, at])
          }}
        />
      ) : null}
    </section>
  )
}
