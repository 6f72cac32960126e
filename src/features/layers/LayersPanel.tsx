import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { PackLayer } from '#domain/packs/area-pack.ts'
import { Said, useWords } from '#i18n/index.ts'
import { MAP_PALETTES, type MapPalette, type MapTheme } from '#map/map-view.ts'
import { Chips, Slider, Switch } from '#ui/Choice.tsx'
import { Panel, Quiet, Section } from '#ui/Panel.tsx'
import { hasLayer } from './layer-data.ts'
import { LayerRows } from './LayerRows.tsx'
import { allowSeveral, OPACITY, shownLayers, type LayersState, type LayersStore } from './store.ts'
import { HatchLegend, LayerLegend, ownClasses } from './ZoneLegend.tsx'

type Change = (change: Partial<LayersState>) => void
type Props = { readonly state: LayersState; readonly onChange: Change }

/** How the zones are painted. */
const Painting = ({ state, onChange }: Props) => {
  const t = useWords('layers')
  return (
    <>
      <Chips
        legend={<Said k="layers:palette" />}
        options={MAP_PALETTES.map((value) => ({ value, label: <Said k={`layers:palettes.${value}`} /> }))}
        value={state.palette}
        onChange={(palette) => onChange({ palette })}
      />
      <Slider
        label={<Said k="layers:opacity" />}
        min={OPACITY.min * 100}
        max={OPACITY.max * 100}
        step={5}
        value={Math.round(state.opacity * 100)}
        text={t.label('percent', { value: Math.round(state.opacity * 100) })}
        onChange={(percent) => onChange({ opacity: percent / 100 })}
      />
    </>
  )
}

/** What is shown beside single layers. */
const ZoneSwitches = ({ state, shown, onChange }: Props & { readonly shown: readonly ZoneLayerId[] }) => (
  <>
    <Switch
      label={<Said k="layers:several" />}
      hint={<Said k="layers:severalMeans" />}
      on={state.several}
      onChange={(several) => onChange(allowSeveral(shown, several))}
    />
    <Switch
      label={<Said k="layers:hatch" />}
      on={state.notAssessed}
      onChange={(notAssessed) => onChange({ notAssessed })}
    />
  </>
)

/** The legends of the layers that are shown. */
const Legends = ({
  shown,
  layers,
  ...colours
}: {
  readonly shown: readonly ZoneLayerId[]
  readonly layers: readonly PackLayer[]
  readonly theme: MapTheme
  readonly palette: MapPalette
}) =>
  shown.map((layer) => <LayerLegend key={layer} layer={layer} own={ownClasses(layers, layer)} {...colours} />)

/** What the map shows, and how to read it. */
export const LayersPanel = ({
  store,
  theme,
  layers,
  children,
}: {
  readonly store: LayersStore
  readonly theme: MapTheme
  /** What the open map holds; empty while none is open. */
  readonly layers: readonly PackLayer[]
  /** The choice of the hazard for which the sites are marked. */
  readonly children: ReactNode
}) => {
  const state = useStore(store)
  const has = hasLayer(layers)
  const shown = shownLayers(state, has)
  const onChange: Change = (change) => store.setState(change)
  return (
    <Panel>
      <Section title={<Said k="layers:zones" />}>
        <LayerRows state={state} shown={shown} layers={layers} onChange={onChange} />
        <ZoneSwitches state={state} shown={shown} onChange={onChange} />
        <Quiet>
          <Said k="layers:offMeans" />
        </Quiet>
      </Section>
      <Section title={<Said k="layers:legend" />}>
        <Legends shown={shown.filter(has)} theme={theme} palette={state.palette} layers={layers} />
        <HatchLegend />
        <Quiet>
          <Said k="layers:noColour" />
        </Quiet>
      </Section>
      <Section title={<Said k="layers:look" />}>
        <Painting state={state} onChange={onChange} />
      </Section>
      <Section title={<Said k="layers:sites" />}>
        <Switch
          label={<Said k="layers:showSites" />}
          on={state.sites}
          onChange={(sites) => onChange({ sites })}
        />
        {children}
        <Switch
          label={<Said k="layers:showPoints" />}
          hint={<Said k="layers:pointsMean" />}
          on={state.points}
          onChange={(points) => onChange({ points })}
        />
      </Section>
    </Panel>
  )
}
