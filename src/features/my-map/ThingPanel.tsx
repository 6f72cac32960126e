import type { ReactNode } from 'react'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Panel, Quiet } from '#ui/Panel.tsx'
import { PlanNotices, UndoBar, type PlanTools } from '../plan/index.ts'
import { ContactForm } from './ContactForm.tsx'
import { DestinationForm } from './DestinationForm.tsx'
import { MarkForm } from './MarkForm.tsx'
import { PlaceForm } from './PlaceForm.tsx'
import { RouteForm } from './RouteForm.tsx'
import { useThing, type Editing } from './use-thing.ts'
import styles from './ThingPanel.module.css'

const Form = ({ tools, editing }: { readonly tools: PlanTools; readonly editing: Editing }): ReactNode => {
  switch (editing.draft.list) {
    case 'places':
      return <PlaceForm tools={tools} editing={editing as Editing<'places'>} />
    case 'destinations':
      return <DestinationForm tools={tools} editing={editing as Editing<'destinations'>} />
    case 'marks':
      return <MarkForm tools={tools} editing={editing as Editing<'marks'>} />
    case 'routes':
      return <RouteForm tools={tools} editing={editing as Editing<'routes'>} />
    case 'contacts':
      return <ContactForm editing={editing as Editing<'contacts'>} />
  }
}

/** Lets the field in which the person still types hand over what it holds: some browsers leave the focus in it on a tap. */
const leaveField = () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** The ways out: a new thing is added or forgotten, one of the plan was kept all along. */
const Ends = ({ tools, editing }: { readonly tools: PlanTools; readonly editing: Editing }) => {
  const end = (how: () => boolean | void) => () => {
    leaveField()
    if (how() !== false) tools.back()
  }
  if (editing.id === null)
    return (
      <Actions>
        <Button look="main" icon="check" onClick={end(editing.save)}>
          <Said k="mymap:thing.save" />
        </Button>
        <Button onClick={end(editing.cancel)}>
          <Said k="mymap:thing.cancel" />
        </Button>
      </Actions>
    )
  return (
    <>
      <Quiet>
        <Said k="mymap:thing.keeps" />
      </Quiet>
      <UndoBar plans={tools.plans} />
      <Actions>
        <Button look="main" icon="check" onClick={end(() => undefined)}>
          <Said k="mymap:thing.done" />
        </Button>
        <Button look="quiet" icon="bin" onClick={end(editing.remove)}>
          <Said k="mymap:thing.delete" />
        </Button>
      </Actions>
    </>
  )
}

/**
 * The editor of one place, destination, mark, route or phone number. What is in the plan already is changed at once, field by
 * field, and can be undone; a new one is added as a whole, and until then it outlives drawing on the map and other screens.
 */
export const ThingPanel = ({ tools }: { readonly tools: PlanTools }) => {
  const editing = useThing(tools)
  if (editing === null)
    return (
      <Panel>
        <p>
          <Said k="mymap:thing.gone" />
        </p>
        <Actions>
          <Button icon="back" onClick={tools.back}>
            <Said k="mymap:thing.back" />
          </Button>
        </Actions>
      </Panel>
    )
  const { fault } = editing
  return (
    <Panel>
      <PlanNotices tools={tools} />
      <Form key={`${editing.plan.id} ${editing.draft.list} ${editing.id}`} tools={tools} editing={editing} />
      <div role="alert">
        {fault === null ? null : (
          <p className={styles.fault}>
            <Said k={`mymap:fault.${fault}`} />
          </p>
        )}
      </div>
      <Ends tools={tools} editing={editing} />
    </Panel>
  )
}
