import { useState } from 'react'
import { useStore } from 'zustand'
import { Said } from '#i18n/index.ts'
import type { QuarantinedPlan } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './plan.module.css'
import type { PlansState } from './state.ts'
import type { PlanTools } from './tools.ts'

type Props = { readonly tools: PlanTools }
type Part = Props & { readonly state: PlansState }

/** Nothing is kept, and why. It stands as long as that is so. */
const Trouble = ({ tools, state: { trouble, plans } }: Part) => {
  const [isTrying, setTrying] = useState(false)
  if (trouble === null) return null
  const tryAgain = async () => {
    setTrying(true)
    await tools.plans.commands.saveAgain()
    setTrying(false)
  }
  return (
    <Notice
      tone="unknown"
      announce
      actions={
        <>
          {plans.length === 0 ? null : (
            <Button look="main" onClick={() => tools.go('share')}>
              <Said k="plan:export" />
            </Button>
          )}
          <Button aria-disabled={isTrying} onClick={() => void (isTrying ? null : tryAgain())}>
            <Said k={isTrying ? 'plan:trying' : 'plan:tryAgain'} />
          </Button>
        </>
      }
    >
      <p>
        <b>
          <Said k={`plan:trouble.${trouble}`} />
        </b>
      </p>
      {plans
        .filter(({ saved }) => saved === 'unsaved')
        .map(({ plan }) => (
          <p key={plan.id}>
            <Said k="plan:held" params={{ name: plan.name }} />
          </p>
        ))}
    </Notice>
  )
}

const Removed = ({ tools }: Props) => (
  <Notice
    tone="unknown"
    announce
    actions={
      <Button onClick={() => tools.go('share')}>
        <Said k="plan:bringIn" />
      </Button>
    }
  >
    <p>
      <Said k="plan:removedBySystem" />
    </p>
  </Notice>
)

/** A record that cannot be read: it stays where it is, and its text can be taken out. */
const Unreadable = ({ tools, record }: Props & { readonly record: QuarantinedPlan }) => {
  const [handed, setHanded] = useState<'done' | 'failed' | null>(null)
  const save = () => {
    const content = new Blob([record.text], { type: 'application/json' })
    setHanded(tools.sharer.download(`minna-plan-${record.key}.json`, content) === 'done' ? 'done' : 'failed')
  }
  return (
    <Notice
      tone="unknown"
      announce
      actions={
        record.text === '' ? undefined : (
          <Button onClick={save}>
            <Said k="plan:quarantined.save" />
          </Button>
        )
      }
    >
      <p>
        <Said k={`plan:quarantined.${record.why}`} />
      </p>
      {handed === null ? null : (
        <p>
          <Said k={handed === 'done' ? 'plan:quarantined.saved' : 'plan:quarantined.failed'} />
        </p>
      )}
    </Notice>
  )
}

const Elsewhere = () => (
  <Notice tone="info" announce>
    <p>
      <Said k="plan:changedElsewhere" />
    </p>
  </Notice>
)

/**
 * What a person must know of the keeping of their plans, on every screen of the plan: that something is not kept and why,
 * what the system took, what cannot be read, what another tab did, and an edit that was not made.
 */
export const PlanNotices = ({ tools }: Props) => {
  const state = useStore(tools.plans.store)
  return (
    <>
      <Trouble tools={tools} state={state} />
      {state.removedBySystem ? <Removed tools={tools} /> : null}
      {state.quarantined.map((record) => (
        <Unreadable key={record.key} tools={tools} record={record} />
      ))}
      {state.changedElsewhere ? <Elsewhere /> : null}
      <div role="alert" className={styles.refused}>
        {state.refused === null ? null : (
          <Notice tone="unknown">
            <p>
              <Said k={`plan:refused.${state.refused}`} />
            </p>
          </Notice>
        )}
      </div>
    </>
  )
}
