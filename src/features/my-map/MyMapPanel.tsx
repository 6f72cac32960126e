import { useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { moveEntry, removeEntry, type Lists } from '#domain/plan/edits/edit-lists.ts'
import { isDanger } from '#domain/plan/mark-kinds.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Mark, Plan } from '#domain/plan/plan.ts'
import type { MyIcon } from '#map/symbols/my-pictograms.ts'
import { Heard, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Panel, Quiet } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { activePlan, PlanNotices, UndoBar, type PlanTools } from '../plan/index.ts'
import { DestinationLines, FromHome, MarkLines, PlaceLines, RouteLines } from './EntryFacts.tsx'
import { EntryRow } from './EntryRow.tsx'
import { kindKey, nameText } from './name-text.ts'
import { beginMark, type ThingList } from './thing-draft.ts'
import { useRefocus } from './use-refocus.ts'
import styles from './MyMapPanel.module.css'

/** How many entries of a list are shown at first: a plan may hold 300 marks, each with its risk. Own choice. */
const FIRST = 8

type Part = 'places' | 'destinations' | 'danger' | 'help' | 'areas' | 'routes' | 'contacts'
type Entry<L extends ThingList = ThingList> = Lists[L]

const LIST_OF: { readonly [part in Part]: ThingList } = {
  places: 'places',
  destinations: 'destinations',
  danger: 'marks',
  help: 'marks',
  areas: 'marks',
  routes: 'routes',
  contacts: 'contacts',
}

const isPoint = ({ shape }: Mark): boolean => shape.type === 'point'

/** What stands in a part of the page. */
function entriesIn(part: Part, plan: Plan): readonly Entry[] {
  switch (part) {
    case 'danger':
      return plan.marks.filter((mark) => isPoint(mark) && isDanger(mark.kind))
    case 'help':
      return plan.marks.filter((mark) => isPoint(mark) && !isDanger(mark.kind))
    case 'areas':
      return plan.marks.filter((mark) => !isPoint(mark))
    default:
      return plan[LIST_OF[part]]
  }
}

const iconOf = (part: Part, entry: Entry): MyIcon | null => {
  if (part === 'places') return (entry as Entry<'places'>).kind === 'home' ? 'home' : 'place'
  if (part === 'destinations') return 'destination'
  return LIST_OF[part] === 'marks' ? (entry as Mark).kind : null
}

/** Where an entry is: its place, or the first point of what is drawn. */
const whereOf = (entry: Entry): LngLat | null => {
  if ('at' in entry) return entry.at
  if ('shape' in entry) return entry.shape.type === 'point' ? entry.shape.at : (entry.shape.ring[0] ?? null)
  return 'line' in entry ? (entry.line[0] ?? null) : null
}

type PartProps = {
  readonly tools: PlanTools
  readonly plan: Plan
  readonly facts: PlanFacts
  readonly part: Part
  readonly onTell: (words: string) => void
}

const Facts = ({
  tools: { area },
  plan,
  facts,
  part,
  entry,
}: PartProps & { readonly entry: Entry }): ReactNode => {
  const at = whereOf(entry)
  switch (part) {
    case 'places': {
      const known = facts.places.find(({ place }) => place.id === entry.id)
      return (
        <>
          <FromHome plan={plan} at={at} />
          {known === undefined ? null : <PlaceLines area={area} facts={known} />}
        </>
      )
    }
    case 'destinations': {
      const known = facts.destinations.find(({ destination }) => destination.id === entry.id)
      return known === undefined ? null : <DestinationLines facts={known} />
    }
    case 'routes': {
      const known = facts.routes.find(({ route }) => route.id === entry.id)
      return known === undefined ? null : <RouteLines plan={plan} facts={known} />
    }
    case 'contacts': {
      const { phone, name } = entry as Entry<'contacts'>
      return name === '' || phone === '' ? null : (
        <p>
          <a href={`tel:${phone.replaceAll(/[^0-9+*#]/gu, '')}`}>{phone}</a>
        </p>
      )
    }
    default:
      return (
        <>
          <FromHome plan={plan} at={at} />
          <MarkLines area={area} mark={entry as Mark} />
          {(entry as Mark).photo === null ? null : (
            <p>
              <Said k="mymap:row.photo" />
            </p>
          )}
        </>
      )
  }
}

const Row = (props: PartProps & { readonly entry: Entry; readonly entries: readonly Entry[] }) => {
  const { tools, part, entry, entries, onTell } = props
  const t = useWords('mymap')
  const refocus = useRefocus()
  const list = LIST_OF[part]
  const name = nameText(t, list, entry)
  const index = entries.indexOf(entry)
  const { commands } = tools.plans
  const move = (by: -1 | 1) => {
    if (!commands.edit(moveEntry(list, entry.id, by))) return
    onTell(t('row.moved', { name, number: index + 1 + by }))
    refocus(entry.id, by === -1 ? 'up' : 'down')
  }
  const remove = () => {
    if (!commands.edit(removeEntry(list, entry.id))) return
    onTell(t('row.deleted', { name }))
    const next = entries[index + 1] ?? entries[index - 1]
    refocus(next?.id ?? '', 'open', part)
  }
  const isOrdered = part === 'places' || part === 'destinations'
  const isNamed = entry.name !== '' && list !== 'contacts' && list !== 'routes'
  return (
    <EntryRow
      tools={tools}
      id={entry.id}
      icon={iconOf(part, entry)}
      name={name}
      kind={isNamed ? kindKey(list, entry) : null}
      at={whereOf(entry)}
      moving={isOrdered ? { isFirst: index === 0, isLast: index === entries.length - 1, onMove: move } : null}
      onDelete={remove}
      onOpen={() => tools.edit({ list, id: entry.id })}
    >
      <Facts {...props} />
    </EntryRow>
  )
}

/** Opens the editor for a new thing of this part. */
function begin({ tools, plan, part }: PartProps): void {
  const list = LIST_OF[part]
  if (list !== 'marks') return tools.edit({ list, id: null })
  const shape = part === 'areas' ? 'area' : 'point'
  const group = part === 'help' ? 'help' : 'danger'
  tools.edit(beginMark(tools.plans, plan, tools.now(), { group, shape }))
}

/** One list under its heading, with the way to add to it. */
const ListPart = (props: PartProps) => {
  const { plan, part } = props
  const t = useWords('mymap')
  const [isWhole, setWhole] = useState(false)
  const entries = entriesIn(part, plan)
  const shown = isWhole ? entries : entries.slice(0, FIRST)
  return (
    <section className={styles.part}>
      <h3 className={styles.title} tabIndex={-1} data-fallback={part}>
        <Said k={`mymap:part.${part}.title`} />
      </h3>
      {entries.length === 0 ? (
        <Quiet>
          <Said k={`mymap:part.${part}.empty`} />
        </Quiet>
      ) : (
        <ul className={styles.entries}>
          {shown.map((entry) => (
            <Row key={entry.id} {...props} entry={entry} entries={entries} />
          ))}
        </ul>
      )}
      {part === 'destinations' && entries.length < 2 ? (
        <Notice tone="info">
          <p>
            <Said k="mymap:goals.two" />
          </p>
        </Notice>
      ) : null}
      <Actions>
        {shown.length < entries.length ? (
          <Button icon="list" onClick={() => setWhole(true)}>
            <Said text={t('app:site.showAll', { count: entries.length })} />
          </Button>
        ) : null}
        <Button icon="plus" onClick={() => begin(props)}>
          <Said k={`mymap:part.${part}.add`} />
        </Button>
      </Actions>
    </section>
  )
}

const PARTS: readonly Part[] = ['places', 'destinations', 'routes', 'danger', 'help', 'areas', 'contacts']

/** My Hazard Map as lists: everything that can be done on the map can be done here. */
export const MyMapPanel = ({ tools }: { readonly tools: PlanTools }) => {
  const t = useWords('mymap')
  const plan = useStore(tools.plans.store, activePlan)
  const [told, setTold] = useState('')
  if (plan === null)
    return (
      <Panel>
        <p>
          <Said k="mymap:list.noPlan" />
        </p>
        <Actions>
          <Button
            look="main"
            onClick={() =>
              tools.plans.commands.create(t.label('app:plan.first'), tools.area?.manifest.area.code ?? null)
            }
          >
            <Said k="mymap:list.newPlan" />
          </Button>
        </Actions>
      </Panel>
    )
  const facts = tools.factsOf(plan)
  return (
    <Panel>
      <PlanNotices tools={tools} />
      <UndoBar plans={tools.plans} />
      <LiveRegion>
        <Heard text={told} />
      </LiveRegion>
      {PARTS.map((part) => (
        <ListPart
          key={`${plan.id} ${part}`}
          tools={tools}
          plan={plan}
          facts={facts}
          part={part}
          onTell={setTold}
        />
      ))}
    </Panel>
  )
}
