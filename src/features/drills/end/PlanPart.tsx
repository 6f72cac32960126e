import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { describeProposal } from '#domain/drills/describe-proposal.ts'
import { learnedOf } from '#domain/drills/judge-in-world.ts'
import { editOf, proposeChanges } from '#domain/drills/plan-feedback.ts'
import type { Proposal } from '#domain/drills/proposal.ts'
import { together } from '#domain/plan/edits/edit-plan.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { Said, plain, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Switch } from '#ui/Choice.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Section } from '#ui/Panel.tsx'
import { UndoBar, type PlansFeature } from '#features/plan/index.ts'
import type { Finished } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import styles from './hand-on.module.css'

type Props = { readonly tools: DrillTools; readonly finished: Finished }
type Known = { readonly plans: PlansFeature; readonly plan: Plan; readonly facts: PlanFacts }

/** The proposals of a drill for a plan as it is now. */
function useProposals({ finished }: Props, { plan, facts }: Known): readonly Proposal[] {
  const t = useWords('drills')
  return useMemo(() => {
    const { drill, world, result, others, wentWrong, told } = finished
    if (result === null) return []
    const note = plain(t('learn.why.caught'))
    const family = { plan, facts, who: drill.who, note }
    return proposeChanges(learnedOf(world, drill.run, { told, result, others, wentWrong }, family))
  }, [finished, plan, facts, t])
}

const Offer = ({
  proposal,
  plan,
  isChosen,
  onChange,
}: {
  readonly proposal: Proposal
  readonly plan: Plan
  readonly isChosen: boolean
  readonly onChange: (isChosen: boolean) => void
}) => {
  const { change, to, why } = describeProposal(proposal, plan)
  return (
    <li>
      <Switch
        on={isChosen}
        onChange={onChange}
        label={
          <>
            <Said phrase={change} />
            {to.map((phrase) => (
              <span key={phrase.key} className={styles.to}>
                <Said phrase={phrase} />
              </span>
            ))}
          </>
        }
        hint={<Said phrase={why} />}
      />
    </li>
  )
}

/** What was chosen, by what it says: a plan that changed meanwhile has other proposals. */
const keyOf = (proposal: Proposal): string => JSON.stringify(proposal)

type Chosen = { readonly chosen: readonly string[]; readonly choose: (chosen: readonly string[]) => void }

const List = ({
  proposals,
  plan,
  chosen,
  choose,
}: Chosen & { readonly proposals: readonly Proposal[]; readonly plan: Plan }) => (
  <>
    <p>
      <Said k="drills:learn.how" />
    </p>
    <ul className={styles.offers}>
      {proposals.map((proposal) => {
        const key = keyOf(proposal)
        const others = chosen.filter((one) => one !== key)
        return (
          <Offer
            key={key}
            proposal={proposal}
            plan={plan}
            isChosen={chosen.includes(key)}
            onChange={(isChosen) => choose(isChosen ? [...others, key] : others)}
          />
        )
      })}
    </ul>
  </>
)

/** How the press ended: `refused`, or how many changes were made. */
const Done = ({ done }: { readonly done: 'none' | 'refused' | number }) => {
  const t = useWords('drills')
  return (
    <div role="status">
      {done === 'none' ? null : (
        <Notice tone={done === 'refused' ? 'unknown' : 'info'}>
          <p>
            <Said text={done === 'refused' ? t('learn.refused') : t('learn.done', { count: done })} />
          </p>
        </Notice>
      )}
    </div>
  )
}

const Offers = (props: Props & { readonly known: Known }) => {
  const { tools, known } = props
  const t = useWords('drills')
  const proposals = useProposals(props, known)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [done, setDone] = useState<'none' | 'refused' | number>('none')
  const accepted = proposals.filter((one) => chosen.includes(keyOf(one)))
  const take = () => {
    if (accepted.length === 0) return
    const isDone = known.plans.commands.edit(together(...accepted.map(editOf)))
    setDone(isDone ? accepted.length : 'refused')
    setChosen([])
    if (isDone) tools.drills.commands.noteChanges(proposals.length, accepted.length)
  }
  return (
    <>
      {proposals.length === 0 && typeof done !== 'number' ? (
        <p>
          <Said k="drills:learn.nothing" />
        </p>
      ) : null}
      {proposals.length === 0 ? null : (
        <>
          <List proposals={proposals} plan={known.plan} chosen={chosen} choose={setChosen} />
          <Button look="main" icon="check" aria-disabled={accepted.length === 0} onClick={take}>
            <Said
              text={accepted.length === 0 ? t('learn.none') : t('learn.take', { count: accepted.length })}
            />
          </Button>
        </>
      )}
      <Done done={done} />
      {typeof done === 'number' ? (
        <Actions>
          <Button icon="clock" onClick={() => tools.go('timeline')}>
            <Said k="drills:learn.timeline" />
          </Button>
        </Actions>
      ) : null}
      <UndoBar plans={known.plans} />
    </>
  )
}

/** Once the plan is open: what it would learn, after the person agreed to compare. */
const WithPlan = (props: Props & { readonly known: Known }) => {
  const [agreed, setAgreed] = useState(false)
  if (agreed) return <Offers {...props} />
  return (
    <>
      <p>
        <Said k="drills:learn.ask" />
      </p>
      <Button onClick={() => setAgreed(true)}>
        <Said k="drills:learn.compare" />
      </Button>
    </>
  )
}

/**
 * What a drill changes in the plan: nothing, until somebody agrees to compare, chooses changes one by one and presses. All that were
 * chosen are one step of undo.
 */
export const PlanPart = ({ tools, finished }: Props) => {
  if (finished.result === null) return null
  const { plans, plan } = tools
  return (
    <Section title={<Said k="drills:learn.title" />}>
      {plans !== null && plan !== null ? (
        <WithPlan tools={tools} finished={finished} known={{ plans, ...plan }} />
      ) : plans === null ? null : (
        <WithoutPlan tools={tools} plans={plans} />
      )}
    </Section>
  )
}

/** While the plans are being read nothing is said of them. */
const WithoutPlan = ({ tools, plans }: { readonly tools: DrillTools; readonly plans: PlansFeature }) => {
  const isOpen = useStore(plans.store, ({ status }) => status === 'open')
  if (!isOpen) return null
  return (
    <>
      <p>
        <Said k="drills:learn.noPlan" />
      </p>
      <Button icon="house" onClick={() => tools.go('plan')}>
        <Said k="drills:learn.makePlan" />
      </Button>
    </>
  )
}
