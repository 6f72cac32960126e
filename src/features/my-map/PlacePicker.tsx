import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { SearchHit } from '#domain/places/search-places.ts'
import { MOST } from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'
import { formatMetres, plain, Said, useWords, wordsIn, type LanguageTag } from '#i18n/index.ts'
import type { Located, LocateFailure } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { PositionEntry } from '../online/index.ts'
import type { PlanTools } from '../plan/index.ts'
import { createSearchStore, SearchPanel } from '../search/index.ts'
import styles from './PlacePicker.module.css'

/** A place that was chosen. `name`: as it was searched for; '' when it was pointed at, measured or typed as numbers. */
export type ChosenPlace = { readonly at: LngLat; readonly name: string }

type Choose = (chosen: ChosenPlace) => void

/** What of the tools of a screen is needed to choose a place. */
type Tools = Pick<PlanTools, 'area' | 'locator' | 'draw'>

/** The name of a hit as a plan keeps it: the Japanese one, which stands on signs, and beside it what helps to read it. */
function nameOf(tag: LanguageTag, { kind, name, kana, romaji }: SearchHit): string {
  if (kind === 'position') return ''
  const words = { ja: name, kana: kana ?? '', ...(romaji === null ? {} : { en: romaji }) }
  return cleanText(plain(wordsIn(tag, words)), MOST.name)
}

/** A radius above which a position is no house: the person is asked whether it will do. Metres; own choice. */
const COARSE = 100

type Locating = 'resting' | 'running' | LocateFailure | Extract<Located, { ok: true }>

/** Asks the device where it is. What comes back after the person stopped asking, or went away, is not heard. */
function useLocating({ locator }: Tools, onChoose: Choose) {
  const [locating, setLocating] = useState<Locating>('resting')
  const asking = useRef<AbortController | null>(null)
  useEffect(() => () => asking.current?.abort(), [])
  const stop = () => {
    asking.current?.abort()
    setLocating('resting')
  }
  const start = async () => {
    asking.current?.abort()
    const control = new AbortController()
    asking.current = control
    setLocating('running')
    // A locator that was stopped rejects: that is silence.
    const located = await locator.locate(control.signal).catch(() => null)
    if (control.signal.aborted) return
    if (located === null || !located.ok) return setLocating(located?.why ?? 'unavailable')
    if (located.accuracy > COARSE) return setLocating(located)
    setLocating('resting')
    onChoose({ at: located.at, name: '' })
  }
  return { locating, start, stop }
}

/** What becomes of "where I am now". */
const LocatingNotice = ({
  locating,
  onStop,
  onTake,
}: {
  readonly locating: Locating
  readonly onStop: () => void
  readonly onTake: (at: LngLat) => void
}): ReactNode => {
  const t = useWords('mymap')
  if (locating === 'resting') return null
  const stop = (
    <Button onClick={onStop}>
      <Said k="app:locate.stop" />
    </Button>
  )
  if (locating === 'running')
    return (
      <Notice tone="info" announce actions={stop}>
        <p>
          <Said k="app:locate.running" />
        </p>
      </Notice>
    )
  if (typeof locating === 'string')
    return (
      <Notice tone="unknown" announce>
        <p>
          <Said k={`app:locate.${locating}`} />
        </p>
      </Notice>
    )
  const actions = (
    <>
      <Button onClick={() => onTake(locating.at)}>
        <Said k="mymap:picker.takeCoarse" />
      </Button>
      {stop}
    </>
  )
  return (
    <Notice tone="unknown" announce actions={actions}>
      <p>
        <Said text={t('picker.coarse', { distance: formatMetres(t.language, locating.accuracy) })} />
      </p>
    </Notice>
  )
}

const Search = ({
  tools,
  onChoose,
  autoFocus,
}: {
  readonly tools: Tools
  readonly onChoose: Choose
  readonly autoFocus: boolean
}) => {
  const t = useWords('mymap')
  const [store] = useState(createSearchStore)
  if (tools.area === null)
    return (
      <>
        <Notice tone="unknown">
          <p>
            <Said k="mymap:picker.noArea" />
          </p>
        </Notice>
        <PositionEntry onPlace={(at) => onChoose({ at, name: '' })} />
      </>
    )
  return (
    <div className={styles.search}>
      <SearchPanel
        store={store}
        area={tools.area}
        autoFocus={autoFocus}
        isFolded
        onChoose={(hit) => onChoose({ at: hit.at, name: nameOf(t.language, hit) })}
      />
      <Quiet>
        <Said k="mymap:picker.numbers" />
      </Quiet>
    </div>
  )
}

/**
 * Chooses a place: by name or by latitude and longitude, by where the device is, or on the map where there is one. Nothing of
 * it leaves the device. Do not put it into a form: it brings its own.
 */
export const PlacePicker = ({
  tools,
  onChoose,
  autoFocus = false,
}: {
  readonly tools: Tools
  readonly onChoose: (chosen: ChosenPlace) => void
  /** Puts the focus into the search field when it appears. */
  readonly autoFocus?: boolean
}) => {
  const { locating, start, stop } = useLocating(tools, onChoose)
  const { draw } = tools
  const point = (corners: readonly LngLat[] | null) => {
    const [at] = corners ?? []
    if (at !== undefined) onChoose({ at, name: '' })
  }
  return (
    <div className={styles.picker}>
      <Actions>
        <Button icon="here" disabled={locating === 'running'} onClick={() => void start()}>
          <Said k="mymap:picker.here" />
        </Button>
        {draw === null ? null : (
          <Button icon="pin" onClick={() => draw({ tool: 'point', corners: [], onDone: point })}>
            <Said k="mymap:picker.onMap" />
          </Button>
        )}
      </Actions>
      <LocatingNotice
        locating={locating}
        onStop={stop}
        onTake={(at) => {
          stop()
          onChoose({ at, name: '' })
        }}
      />
      <Quiet>
        <Said k="mymap:picker.stays" />
      </Quiet>
      <Search tools={tools} onChoose={onChoose} autoFocus={autoFocus} />
    </div>
  )
}
