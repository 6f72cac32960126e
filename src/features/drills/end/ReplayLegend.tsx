import type { DrillWorld } from '#domain/drills/drill-world.ts'
import { WATER_CLASSES } from '#domain/drills/replay.ts'
import { isWaterKind } from '#domain/hazards/hazard-kind.ts'
import { Said } from '#i18n/index.ts'
import { waterSwatch } from '#map/drill-looks.ts'
import type { MapTheme } from '#map/map-view.ts'
import { PALETTES } from '#map/themes.ts'
import { LineSwatch } from '#ui/LineSwatch.tsx'
import { Quiet } from '#ui/Panel.tsx'
import { SwatchRow } from '#ui/Swatch.tsx'
import styles from './end.module.css'

const place = (name: (typeof WATER_CLASSES)[number]): number => WATER_CLASSES.indexOf(name)

/** The fields of the water that this drill can show, with their words. Where no water is at that minute nothing is painted. */
function fieldsOf({
  source: { water, series },
}: DrillWorld): readonly (readonly [field: number, word: string])[] {
  if (water.kind === 'none' || (water.kind === 'series' && series === null)) return []
  const depths = (['below01', 'below03', 'below05', 'deep'] as const).map(
    (name) => [place(name), name] as const,
  )
  if (water.kind === 'series') return [...depths, [place('unknown'), 'unknown']]
  const zones = water.hazards.some((kind) => !isWaterKind(kind))
  return [
    ...(water.hazards.some(isWaterKind) ? depths : []),
    ...(zones ? [[place('deep'), 'zone'] as const] : []),
  ]
}

/** What the lines and fields on the map mean. */
export const ReplayLegend = ({
  world,
  theme,
  hasOther,
}: {
  readonly world: DrillWorld
  readonly theme: MapTheme
  readonly hasOther: boolean
}) => {
  const { label, labelHalo: casing, mine } = PALETTES[theme]
  const fields = fieldsOf(world)
  return (
    <>
      <ul className={styles.legend}>
        <li>
          <LineSwatch paint={{ colour: label, casing, width: 7, dash: null, marks: 'none' }} />
          <span>
            <Said k="drills:replay.legend.own" />
          </span>
        </li>
        {hasOther ? (
          <li>
            <LineSwatch paint={{ colour: mine, casing, width: 5, dash: [1.6, 1.1], marks: 'none' }} />
            <span>
              <Said k="drills:replay.legend.other" />
            </span>
          </li>
        ) : null}
        {fields.map(([field, word]) => (
          <SwatchRow key={word} paint={waterSwatch(field, theme)}>
            <Said k={`drills:replay.depth.${word}`} />
          </SwatchRow>
        ))}
      </ul>
      {fields.length === 0 ? null : (
        <Quiet>
          <Said k="drills:replay.legend.zones" />
        </Quiet>
      )}
    </>
  )
}
