import { useMemo, useState } from 'react'
import { strengthOf } from '#domain/closures/describe-closure.ts'
import type { Closure } from '#domain/closures/closure.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { middleOf, nearestPlace } from '#domain/publish/nearest-place.ts'
import {
  metresOf,
  nothingPicked,
  pickAt,
  PICKINGS,
  shapeOf,
  toggleStretch,
  type Picked,
} from '#domain/publish/picking.ts'
import { doMeet, type Stretch } from '#domain/publish/stretches.ts'
import type { EdgeIndex } from '#domain/routes/snap.ts'
import { formatMetres, Heard, Said, useWords } from '#i18n/index.ts'
import type { ClosureMark } from '#map/map-view.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Quiet, Section } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { FindRoad } from './FindRoad.tsx'
import type { StaffServices } from './parts.ts'
import { StaffMap, type OnMap } from './StaffMap.tsx'
import { StretchName } from './StretchName.tsx'
import type { AreasState } from '#features/offline-areas/index.ts'
import styles from './staff.module.css'

type OpenPack = Extract<AreasState['open'], { status: 'open' }>

type Why = 'noGraph' | 'tooFar' | 'noWay'

type WhereProps = {
  readonly services: Pick<StaffServices, 'tilesOf'>
  readonly open: OpenPack
  /** null = the pack holds no roads, or they are not here yet. */
  readonly index: EdgeIndex | null
  /** The last one is what is picked now. */
  readonly picks: readonly Picked[]
  /** Where the closure is that is being changed; it stays until something else is picked. */
  readonly kept: Closure['shape'] | null
  /** Closures that are published, to be seen beside. */
  readonly others: readonly Closure[]
  readonly now: number
  readonly onPicks: (picks: readonly Picked[]) => void
}

/** Step 1: where. On the map, by name, by position; always whole stretches unless the clerk wants it otherwise. */
export const WherePart = (props: WhereProps) => {
  const { services, open, index, picks, kept, onPicks } = props
  const [why, setWhy] = useState<Why | null>(null)
  const [goTo, setGoTo] = useState<LngLat | null>(null)
  const picked = picks.at(-1) ?? nothingPicked('stretch')
  const shape = shapeOf(picked) ?? kept
  const shown = useOnMap(props, picked, shape)
  const step = (next: Picked) => {
    setWhy(null)
    onPicks([...picks, next])
  }
  const pick = (at: LngLat) => {
    const result = pickAt(picked, at, index)
    if (result.ok) step(result.value)
    else setWhy(result.reason)
  }
  const toggle = (stretch: Stretch) => {
    step(toggleStretch(picked.how === 'stretch' ? picked : nothingPicked('stretch'), stretch))
    setGoTo(stretch.line[Math.floor(stretch.line.length / 2)] ?? null)
  }
  return (
    <Section title={<Said k="staff:where.title" />}>
      <Chips
        legend={<Said k="staff:where.how" />}
        value={picked.how}
        options={PICKINGS.map((value) => ({ value, label: <Said k={`staff:where.by.${value}`} /> }))}
        onChange={(how) => step(nothingPicked(how))}
      />
      <Quiet>
        <Said k={`staff:where.hint.${picked.how}`} />
      </Quiet>
      {index === null ? (
        <Notice tone="unknown">
          <p>
            <Said k="staff:where.noGraph" />
          </p>
        </Notice>
      ) : null}
      <FindRoad
        area={open.area}
        index={index}
        chosen={picked.stretches}
        onStretch={toggle}
        onPlace={(at) => {
          setGoTo(at)
          if (picked.how !== 'stretch') pick(at)
        }}
      />
      <StaffMap services={services} open={open} shown={shown} goTo={goTo} onPick={pick} />
      <WhyNot why={why} />
      <PickedList
        {...props}
        picked={picked}
        shape={shape}
        onToggle={toggle}
        onUndo={() => onPicks(picks.slice(0, -1))}
      />
    </Section>
  )
}

function useOnMap({ others, now }: WhereProps, picked: Picked, shape: Closure['shape'] | null): OnMap {
  return useMemo(() => {
    const draft: readonly ClosureMark[] =
      shape === null ? [] : [{ id: 'draft', shape, strength: 'closed', isOld: false, label: '' }]
    const marks = others.flatMap((closure): readonly ClosureMark[] => {
      const strength = strengthOf(closure, now)
      return strength === 'over'
        ? []
        : [{ id: closure.id, shape: closure.shape, strength, isOld: false, label: closure.road?.name ?? '' }]
    })
    const isFree = picked.how === 'line' || picked.how === 'area'
    return {
      closures: [...marks, ...draft],
      lines: isFree && picked.corners.length > 1 ? [picked.corners] : [],
      at: picked.corners.at(-1) ?? picked.ends.at(-1)?.at ?? null,
    }
  }, [others, now, picked, shape])
}

/** What is picked, in words: for whoever does not see the map, and to be sure. */
const PickedList = ({
  open,
  picks,
  picked,
  shape,
  kept,
  onToggle,
  onUndo,
}: WhereProps & {
  readonly picked: Picked
  readonly shape: Closure['shape'] | null
  readonly onToggle: (stretch: Stretch) => void
  readonly onUndo: () => void
}) => {
  const t = useWords('staff')
  const metres = metresOf(shape)
  const length = formatMetres(t.language, metres)
  const isKept = shapeOf(picked) === null && kept !== null
  const said = isKept
    ? t('where.kept')
    : shape === null
      ? t(`where.nothing.${picked.ends.length === 1 ? 'end' : 'yet'}`)
      : shape.kind === 'line'
        ? t('where.length', { length })
        : t(`where.one.${shape.kind}`)
  return (
    <div className={styles.picked}>
      <LiveRegion>
        <Heard text={said} />
      </LiveRegion>
      <p className={styles.strong}>
        <Said text={said} />
      </p>
      {picked.how === 'stretch' ? <Stretches open={open} picked={picked} onToggle={onToggle} /> : null}
      {isSplit(picked) ? (
        <Quiet>
          <Said k="staff:where.split" />
        </Quiet>
      ) : null}
      {picks.length === 0 ? null : (
        <Actions>
          <Button icon="back" onClick={onUndo}>
            <Said k="staff:where.undo" />
          </Button>
        </Actions>
      )}
    </div>
  )
}

const Stretches = ({
  open,
  picked,
  onToggle,
}: Pick<WhereProps, 'open'> & {
  readonly picked: Picked
  readonly onToggle: (stretch: Stretch) => void
}) => (
  <ul className={styles.rows}>
    {picked.stretches.map((stretch) => (
      <li key={stretch.id} className={styles.row}>
        <StretchName stretch={stretch} place={nearestPlace(open.area.places, middleOf(stretch.line))} />
        <Button icon="close" look="quiet" onClick={() => onToggle(stretch)}>
          <Said k="staff:where.remove" />
        </Button>
      </li>
    ))}
  </ul>
)

/** True when some of the stretches meet none of the others. */
const isSplit = ({ stretches }: Picked): boolean =>
  stretches.length > 1 &&
  stretches.some((one) => !stretches.some((other) => other !== one && doMeet(one, other)))

const WhyNot = ({ why }: { readonly why: Why | null }) => (
  <div role="alert">
    {why === null ? null : (
      <Notice tone="unknown">
        <p>
          <Said k={`staff:where.why.${why}`} />
        </p>
      </Notice>
    )}
  </div>
)
