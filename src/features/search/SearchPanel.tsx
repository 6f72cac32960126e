import { useEffect, useId, useMemo, useRef, type KeyboardEvent, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { Area } from '#domain/packs/area.ts'
import { romajiOf } from '#domain/places/romaji.ts'
import { searchPlaces, type SearchHit } from '#domain/places/search-places.ts'
import { formatNumber, Said, useWords, wordsIn } from '#i18n/index.ts'
import { Icon } from '#ui/Icon.tsx'
import { More, Panel } from '#ui/Panel.tsx'
import { FacilityType } from '../shelters/index.ts'
import { moveActive } from './move-active.ts'
import type { SearchStore } from './store.ts'
import styles from './SearchPanel.module.css'

/** The kinds that are buildings: the name of a district can end like one of them. */
const BUILDINGS: readonly SearchHit['kind'][] = ['site', 'landmark']

/** More than a city's list of names: the long list is whole. */
const ALL = 3000

const Hit = ({ hit }: { readonly hit: SearchHit }) => {
  const t = useWords('search')
  const name =
    hit.kind === 'position'
      ? hit.name
      : wordsIn(t.language, {
          ja: hit.name,
          kana: hit.kana ?? '',
          romaji: hit.romaji ?? romajiOf(hit.name, hit.kana) ?? '',
        })
  return (
    <>
      <span className={styles.name}>
        {hit.kind === 'position' ? <bdi dir="ltr">{hit.name}</bdi> : <Said text={name} />}
      </span>
      <span className={styles.kind}>
        <Said k={`search:kind.${hit.kind}`} />
        {BUILDINGS.includes(hit.kind) ? (
          <span className={styles.type}>
            <FacilityType name={hit.name} />
          </span>
        ) : null}
      </span>
    </>
  )
}

/** The keys that go through the list: see `moveActive`; Escape empties the field before it closes anything. */
const useKeys = (store: SearchStore, count: number, focusField: () => void) => (event: KeyboardEvent) => {
  const { active, text } = store.getState()
  const next = moveActive(event.key, active, count)
  if (next !== null) {
    event.preventDefault()
    store.setState({ active: next })
    if (next === -1) focusField()
  } else if (event.key === 'Escape' && text !== '') {
    event.preventDefault()
    store.setState({ text: '', active: -1 })
    focusField()
  }
}

const Field = ({
  store,
  field,
  describedBy,
}: {
  readonly store: SearchStore
  readonly field: RefObject<HTMLInputElement | null>
  readonly describedBy: string
}) => {
  const id = useId()
  const text = useStore(store, (state) => state.text)
  return (
    <>
      <label htmlFor={id} className={styles.label}>
        <Said k="search:label" />
      </label>
      <div className={styles.box}>
        <Icon name="search" />
        <input
          ref={field}
          id={id}
          className={styles.field}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={100}
          value={text}
          aria-describedby={describedBy}
          onChange={(event) => store.setState({ text: event.target.value, active: -1 })}
          onFocus={() => store.setState({ active: -1 })}
        />
      </div>
    </>
  )
}

/** The hits as buttons; the one that the arrow keys stand on takes the focus. */
const Hits = ({
  hits,
  active,
  onChoose,
}: {
  readonly hits: readonly SearchHit[]
  readonly active: number
  readonly onChoose: (hit: SearchHit) => void
}) => {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (active >= 0) list.current?.querySelectorAll('button')[active]?.focus()
  }, [active])
  return (
    <ul ref={list} className={styles.hits}>
      {hits.map((hit, index) => (
        <li key={`${hit.siteId ?? hit.name} ${index}`}>
          <button type="button" className={styles.hit} onClick={() => onChoose(hit)}>
            <Hit hit={hit} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/**
 * A field, a count that is read out, and a list of buttons. With an empty field the list is the long list of all places.
 * Arrow keys go through the list, Enter takes the hit (the first one from the field), Escape empties the field.
 */
export const SearchPanel = ({
  store,
  area,
  autoFocus,
  isFolded = false,
  onChoose,
}: {
  readonly store: SearchStore
  readonly area: Area
  readonly autoFocus: boolean
  /** On a page that goes on below the list: the long list waits behind its own heading until it is asked for. */
  readonly isFolded?: boolean
  readonly onChoose: (hit: SearchHit) => void
}) => {
  const t = useWords('search')
  const { text, active } = useStore(store)
  const countId = useId()
  const field = useRef<HTMLInputElement>(null)
  const hits = useMemo(() => searchPlaces(area, text.slice(0, 100), ALL), [area, text])
  const isLongListFolded = isFolded && text === ''
  const onKeyDown = useKeys(store, isLongListFolded ? 0 : hits.length, () => field.current?.focus())

  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])
  const list = <Hits hits={hits} active={active} onChoose={onChoose} />

  return (
    <Panel>
      <form
        className={styles.form}
        role="search"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault()
          const hit = hits[Math.max(0, active)]
          if (hit !== undefined && text !== '') onChoose(hit)
        }}
      >
        <Field store={store} field={field} describedBy={countId} />
        <p id={countId} role="status" className={styles.count}>
          <Said text={countWords(t, text, hits)} />
        </p>
        {isLongListFolded ? <More summary={<Said k="text:place.all" />}>{list}</More> : list}
      </form>
    </Panel>
  )
}

function countWords(t: ReturnType<typeof useWords>, text: string, hits: readonly SearchHit[]): string {
  const count = hits.length
  if (count === 0) return text === '' ? t('noPlaces') : t('noHit')
  const number = formatNumber(t.language, count)
  if (text.trim() === '') return t('all', { number, count })
  return hits[0]?.isPart === true ? t('inside', { number, count }) : t('hits', { number, count })
}
