import { useState } from 'react'
import { useStore } from 'zustand'
import { formatNumber, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Panel, Quiet } from '#ui/Panel.tsx'
import { activePlan, type PlanTools } from '../plan/index.ts'
import type { ReceivedThings } from './received-content.ts'
import styles from './Share.module.css'
import { addThings } from './take-things.ts'

/** What a file of another program holds, and what of it cannot be taken. */
const ThingsPreview = ({ received: { file, things } }: { readonly received: ReceivedThings }) => {
  const t = useWords('share')
  const { marks, routes, thinned, left } = things
  const lost = left.things + left.holes + left.texts
  return (
    <div className={styles.preview}>
      <Notice tone="unknown">
        <p>
          <b>
            <Said k="share:received.fromSomebody" />
          </b>
        </p>
      </Notice>
      <p className={styles.name}>
        <bdi translate="no">{file}</bdi>
      </p>
      <ul className={styles.list}>
        {marks.length === 0 ? null : (
          <li>
            <Said k="share:holds.marks" params={{ count: marks.length }} />
          </li>
        )}
        {routes.length === 0 ? null : (
          <li>
            <Said k="share:holds.routes" params={{ count: routes.length }} />
          </li>
        )}
      </ul>
      {marks.some(({ kind }) => kind === 'otherDanger') ? (
        <Quiet>
          <Said k="share:things.otherDanger" />
        </Quiet>
      ) : null}
      {thinned > 0 ? (
        <Quiet>
          <Said
            k="share:things.thinned"
            params={{ metres: formatNumber(t.language, Math.max(1, Math.ceil(thinned))) }}
          />
        </Quiet>
      ) : null}
      {lost > 0 ? (
        <Quiet>
          <Said k="share:things.left" params={{ count: lost }} />
        </Quiet>
      ) : null}
    </div>
  )
}

/** Marks and routes from a file: shown, then added to the plan that is looked at, or thrown away. */
export const ReceivedThingsView = ({
  tools,
  received,
  onDone,
}: {
  readonly tools: PlanTools
  readonly received: ReceivedThings
  readonly onDone: () => void
}) => {
  const state = useStore(tools.plans.store)
  const mine = activePlan(state)
  const [done, setDone] = useState<'added' | 'failed' | 'undone' | null>(null)
  const isFull = done === 'failed' && state.refused === 'full'
  const { commands } = tools.plans
  const add = () => setDone(commands.edit(addThings(received.things)) ? 'added' : 'failed')
  const undo = () => {
    commands.undo()
    setDone('undone')
  }
  return (
    <Panel>
      <ThingsPreview received={received} />
      <div role="status">
        {done === null ? null : (
          <p>
            <Said k={isFull ? 'share:received.full' : `share:things.${done}`} />
          </p>
        )}
      </div>
      <Actions>
        {done === 'added' ? (
          <>
            <Button look="main" onClick={onDone}>
              <Said k="share:received.open" />
            </Button>
            <Button icon="back" onClick={undo}>
              <Said k="share:received.undo" />
            </Button>
          </>
        ) : (
          <>
            {mine === null ? (
              <Said k="share:things.noPlan" />
            ) : (
              <Button look="main" icon="plus" onClick={add}>
                <Said k="share:received.merge" params={{ name: mine.name }} />
              </Button>
            )}
            <Button onClick={onDone}>
              <Said k="share:received.drop" />
            </Button>
          </>
        )}
      </Actions>
    </Panel>
  )
}
