import { Fragment, useId, type ReactNode } from 'react'
import { ZONE_LAYERS, zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { PackLayer } from '#domain/packs/area-pack.ts'
import { formatDate, Said, useWords } from '#i18n/index.ts'
import { Switch } from '#ui/Choice.tsx'
import { layerData, riversOf, type LayerData } from './layer-data.ts'
import { switchLayer, type LayersState } from './store.ts'
import styles from './LayersPanel.module.css'

/** The hazards under whose name the layers stand, in the order of the list. */
const GROUPS = ['flood', 'landslide', 'stormSurge', 'tsunami', 'inlandFlood', 'pond'] as const
type Group = (typeof GROUPS)[number]

const groupOf = (id: ZoneLayerId): Group => {
  const { kind } = zoneLayerOf(id)
  return kind === 'houseCollapse' ? 'flood' : kind
}

type Change = (change: Partial<LayersState>) => void
type RowsProps = {
  readonly state: LayersState
  readonly shown: readonly ZoneLayerId[]
  /** What the open map holds. */
  readonly layers: readonly PackLayer[]
  readonly onChange: Change
}

/** One of many, or none of them. */
const RadioRow = ({
  name,
  label,
  hint,
  checked,
  onChoose,
}: {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChoose: () => void
}) => (
  <label className={styles.radio}>
    <input type="radio" name={name} checked={checked} onChange={onChoose} />
    <span>
      {label}
      {hint === undefined ? null : <small>{hint}</small>}
    </span>
  </label>
)

/** What the layer shows, how old it is, and what is missing of it. */
const Hint = ({ id, data }: { readonly id: ZoneLayerId; readonly data: LayerData }) => {
  const t = useWords('layers')
  return (
    <>
      <Said k={`layers:means.${id}`} />
      {data.state === 'partial' ? (
        <>
          {' '}
          <Said k="layers:partial" />
        </>
      ) : null}
      {data.asOf === null ? null : (
        <>
          {' '}
          <Said text={t('asOf', { date: formatDate(t.language, data.asOf) })} />
        </>
      )}
    </>
  )
}

/** A layer of which there is nothing to show is still named: left out, it would look like a hazard that does not exist. */
const AbsentRow = ({ id, data }: { readonly id: ZoneLayerId; readonly data: LayerData }) => (
  <div className={styles.absent}>
    <b>
      <Said k={`layers:name.${id}`} />
    </b>
    <small>
      <Said k={data.state === 'missing' ? 'layers:missing' : 'layers:absent'} />
    </small>
  </div>
)

const Row = ({
  id,
  state,
  shown,
  layers,
  onChange,
  radios,
}: RowsProps & { readonly id: ZoneLayerId; readonly radios: string }) => {
  const data = layerData(layers, id)
  if (data.state === 'missing' || data.state === 'absent') return <AbsentRow id={id} data={data} />
  const choose = (on: boolean) => onChange(switchLayer(state, shown, id, on))
  const words = { label: <Said k={`layers:name.${id}`} />, hint: <Hint id={id} data={data} /> }
  const isOn = shown.includes(id)
  return zoneLayerOf(id).measure === 'zone' || state.several ? (
    <Switch {...words} on={isOn} onChange={choose} />
  ) : (
    <RadioRow {...words} name={radios} checked={isOn} onChoose={() => choose(true)} />
  )
}

/** Which river's flood is shown: of all together the deepest. */
const RiverChoice = ({ state, layers, onChange }: Omit<RowsProps, 'shown'>) => {
  const rivers = riversOf(layers)
  const id = useId()
  const t = useWords('layers')
  if (rivers.length === 0) return null
  return (
    <div className={styles.river}>
      <label htmlFor={id}>
        <Said k="layers:river" />
      </label>
      <select
        id={id}
        value={state.river ?? ''}
        onChange={(event) => onChange({ river: event.target.value === '' ? null : event.target.value })}
      >
        <option value="">{t.label('allRivers')}</option>
        {rivers.map((river) => (
          <option key={river.id} value={river.id} lang="ja">
            {river.name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Every layer that exists, by hazard: to be shown or hidden, or with the reason why it is not there. */
export const LayerRows = (props: RowsProps) => {
  const { state, shown, layers, onChange } = props
  const radios = useId()
  const isWater = (id: ZoneLayerId) => zoneLayerOf(id).measure !== 'zone'
  return (
    <>
      {GROUPS.map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend>
            <Said k={`layers:kind.${group}`} />
          </legend>
          {ZONE_LAYERS.filter(({ id }) => groupOf(id) === group).map(({ id }) => (
            <Fragment key={id}>
              <Row id={id} {...props} radios={radios} />
              {id === 'flood-max' && shown.includes(id) ? (
                <RiverChoice state={state} layers={layers} onChange={onChange} />
              ) : null}
            </Fragment>
          ))}
        </fieldset>
      ))}
      {state.several ? null : (
        <RadioRow
          name={radios}
          label={<Said k="layers:noWater" />}
          checked={!shown.some(isWater)}
          onChoose={() => onChange({ water: [] })}
        />
      )}
    </>
  )
}
