import { useMemo } from 'react'
import { boundsOfCell } from '#domain/drills/cell.ts'
import type { Board } from '#domain/drills/drill-report.ts'
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { nearestPlace } from '#domain/publish/nearest-place.ts'
import { Said } from '#i18n/index.ts'
import { Quiet } from '#ui/Panel.tsx'
import { OtherArea } from '../join/OtherArea.tsx'
import type { DrillTools } from '../tools.ts'
import { CountTable } from './CountTable.tsx'
import { boxOf, outlinePath, placeOn } from './outline.ts'
import styles from './board.module.css'

type Cells = Pick<Board, 'cells' | 'elsewhere'>

const middleOf = ([west, south, east, north]: Bounds): LngLat => [(west + east) / 2, (south + north) / 2]

/** The outline of the area with the squares in which enough people were caught; the list beside it says the same. */
const Sketch = ({ area, cells }: { readonly area: Area; readonly cells: Board['cells'] }) => {
  const { bounds } = area.manifest
  const box = boxOf([...bounds])
  const outline = useMemo(() => outlinePath(area.outline, [...bounds]), [area, bounds])
  return (
    <svg className={styles.picture} viewBox={`-4 -4 ${box.width + 8} ${box.height + 8}`} aria-hidden="true">
      <path d={outline} fill="none" stroke="currentColor" strokeWidth="1" />
      {cells.map(({ x, y, count }, index) => {
        const [west, south, east, north] = boundsOfCell({ x, y }, [...bounds])
        const [left, top] = placeOn(box, [west, north])
        const [right, bottom] = placeOn(box, [east, south])
        return (
          <g key={`${x} ${y}`}>
            <rect
              className={styles.cell}
              x={left}
              y={top}
              width={Math.max(4, right - left)}
              height={Math.max(4, bottom - top)}
            />
            <text x={right + 2} y={bottom}>
              {`${index + 1}: ${count}`}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Where it was too late, by squares with five results or more; the others as one number. */
export const Where = ({
  tools,
  area: code,
  where: { cells, elsewhere },
}: {
  readonly tools: DrillTools
  readonly area: string
  readonly where: Cells
}) => {
  const { area } = tools
  const isHere = area?.manifest.area.code === code
  const rows = cells.map(({ x, y, count }, index) => {
    const place =
      area === null || !isHere
        ? null
        : nearestPlace(area.places, middleOf(boundsOfCell({ x, y }, [...area.manifest.bounds])))
    return {
      key: `${x} ${y}`,
      name: (
        <>
          {`${index + 1}: `}
          {place === null ? (
            <Said k="drills:board.square" />
          ) : (
            <Said k="drills:board.near" params={{ 'place@name': place }} />
          )}
        </>
      ),
      count,
    }
  })
  if (cells.length === 0 && elsewhere === 0) return null
  return (
    <>
      {isHere ? null : <OtherArea tools={tools} code={code} />}
      {cells.length > 0 && area !== null && isHere ? <Sketch area={area} cells={cells} /> : null}
      {rows.length === 0 ? null : <CountTable title={<Said k="drills:handIn.cell" />} rows={rows} />}
      {elsewhere === 0 ? null : (
        <Quiet>
          <Said k="drills:board.elsewhere" params={{ number: elsewhere }} />
        </Quiet>
      )}
    </>
  )
}
