import { useState } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Edit } from '#domain/plan/edits/change-plan.ts'
import { addEntry } from '#domain/plan/edits/edit-lists.ts'
import { MOST } from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'
import { thinLine } from '#domain/plan/thin-line.ts'
import type { Site } from '#domain/shelters/site.ts'
import { refuse } from '#domain/result.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions } from '#ui/Panel.tsx'
import { activePlan, type PlansFeature } from '../plan/index.ts'

/** Adds a way to the routes of the plan, led to the destination that is this site where the plan has one. */
export const keepWay =
  (site: Site, line: readonly LngLat[]): Edit =>
  (plan, now) => {
    const thinned = thinLine(line, MOST.corners)
    if (!thinned.ok) return refuse('badValue')
    return addEntry('routes', {
      name: cleanText(site.name.ja, MOST.name),
      line: thinned.value.line.map(([lng, lat]) => [lng, lat] as [number, number]),
      destination: plan.destinations.find((one) => one.site === site.id)?.id ?? null,
      note: '',
      by: '',
      addedAt: now,
    })(plan, now)
  }

type State = 'resting' | 'noPlan' | 'saved' | 'refused' | 'failed'

type Props = {
  readonly site: Site
  readonly line: readonly LngLat[]
  /** Code of the area, for a plan that is begun here. */
  readonly area: string
  readonly openPlans: () => Promise<PlansFeature | null>
}

/** What becomes of the wish to keep a way; `begins` = begin a plan where there is none. */
function useSave({ site, line, area, openPlans }: Props) {
  const t = useWords('app')
  const [state, setState] = useState<State>('resting')
  const keep = async (begins: boolean): Promise<State> => {
    const plans = await openPlans()
    if (plans === null) return 'failed'
    await plans.commands.open()
    if (activePlan(plans.store.getState()) === null) {
      if (!begins) return 'noPlan'
      plans.commands.create(t.label('plan.first'), area)
    }
    return plans.commands.edit(keepWay(site, line)) ? 'saved' : 'refused'
  }
  const undo = async (): Promise<State> => {
    const plans = await openPlans()
    plans?.commands.undo()
    return 'resting'
  }
  const then = (work: Promise<State>) => void work.then(setState, () => setState('failed'))
  return { state, save: (begins: boolean) => then(keep(begins)), undo: () => then(undo()) }
}

const SAYS: Readonly<Record<Exclude<State, 'resting'>, string>> = {
  noPlan: 'roads:way.noPlan',
  saved: 'roads:way.saved',
  refused: 'roads:way.full',
  failed: 'app:plan.failed',
}

/** Puts the told way into the family's plan, at the wish of the person; where there is no plan one can be begun. */
export const SaveWay = (props: Props) => {
  const { state, save, undo } = useSave(props)
  if (state === 'resting')
    return (
      <Actions>
        <Button icon="pin" onClick={() => save(false)}>
          <Said k="roads:way.save" />
        </Button>
      </Actions>
    )
  return (
    <Notice
      tone={state === 'refused' || state === 'failed' ? 'unknown' : 'info'}
      announce
      actions={
        state === 'saved' ? (
          <Button onClick={undo}>
            <Said k="roads:way.undo" />
          </Button>
        ) : state === 'noPlan' ? (
          <Button icon="pin" onClick={() => save(true)}>
            <Said k="roads:way.begin" />
          </Button>
        ) : undefined
      }
    >
      <p>
        <Said k={SAYS[state]} />
      </p>
    </Notice>
  )
}
