import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Said, useWords } from '#i18n/index.ts'
import { DEPTH_LOOKS, DEPTH_RANKS, NOT_ASSESSED_PATTERN } from '#map/depth-colours.ts'
import type { MapTheme } from '#map/map-view.ts'
import { Slider, Switch } from '#ui/Choice.tsx'
import { Panel, Quiet, Section } from '#ui/Panel.tsx'
import { SwatchRow } from '#ui/Swatch.tsx'
import { OPACITY, type LayersStore } from './store.ts'
import styles from './LayersPanel.module.css'

const NOT_ASSESSED = { fill: 'transparent', ink: 'var(--ink-quiet)', pattern: NOT_ASSESSED_PATTERN }

/** What the colours mean: metres and floors first, colour beside them. */
const Legend = ({ theme }: { readonly theme: MapTheme }) => (
  <ul className={styles.legend}>
    {DEPTH_RANKS.toReversed().map((rank) => (
      <SwatchRow key={rank} paint={DEPTH_LOOKS[theme][rank]}>
        <b>
          <Said k={`hazards:rank.rank${rank}`} />
        </b>
        <br />
        <Said k={`hazards:depth.rank${rank}`} />
      </SwatchRow>
    ))}
    <SwatchRow paint={NOT_ASSESSED}>
      <b>
        <Said k="layers:notAssessed" />
      </b>
      <br />
      <Said k="layers:notAssessedMeans" />
    </SwatchRow>
  </ul>
)

/** What the map shows, and how to read it. */
export const LayersPanel = ({
  store,
  theme,
  children,
}: {
  readonly store: LayersStore
  readonly theme: MapTheme
  /** The choice of the hazard for which the sites are marked. */
  readonly children: ReactNode
}) => {
  const t = useWords('layers')
  const layers = useStore(store)
  return (
    <Panel>
      <Section title={<Said k="layers:zones" />}>
        <Switch
          label={<Said k="layers:flood" />}
          hint={<Said k="layers:floodMeans" />}
          on={layers.flood}
          onChange={(flood) => store.setState({ flood })}
        />
        <Slider
          label={<Said k="layers:opacity" />}
          min={OPACITY.min * 100}
          max={OPACITY.max * 100}
          step={5}
          value={Math.round(layers.opacity * 100)}
          text={t.label('percent', { value: Math.round(layers.opacity * 100) })}
          onChange={(percent) => store.setState({ opacity: percent / 100 })}
        />
        <Switch
          label={<Said k="layers:hatch" />}
          on={layers.notAssessed}
          onChange={(notAssessed) => store.setState({ notAssessed })}
        />
        {layers.flood ? null : (
          <Quiet>
            <Said k="layers:offMeans" />
          </Quiet>
        )}
      </Section>
      <Section title={<Said k="layers:legend" />}>
        <Legend theme={theme} />
        <Quiet>
          <Said k="layers:noColour" />
        </Quiet>
      </Section>
      <Section title={<Said k="layers:sites" />}>
        <Switch
          label={<Said k="layers:showSites" />}
          on={layers.sites}
          onChange={(sites) => store.setState({ sites })}
        />
        {children}
      </Section>
    </Panel>
  )
}
