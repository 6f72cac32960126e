import { useState } from 'react'
import { changePlanHead } from '#domain/plan/edits/edit-plan.ts'
import { MOST, type Plan } from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'
import { plain, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Select, TextField } from '#ui/Field.tsx'
import { Actions, More, Quiet } from '#ui/Panel.tsx'
import type { OpenPlan } from './state.ts'
import type { PlanTools } from './tools.ts'
import styles from './plan.module.css'

const KINDS = ['home', 'parents', 'work', 'school', 'other'] as const
type Kind = (typeof KINDS)[number]

/** The plans beside one another; nothing where there is one only. */
export const ChoosePlan = ({
  plans,
  active,
  onChoose,
}: {
  readonly plans: readonly OpenPlan[]
  readonly active: string | null
  readonly onChoose: (id: string) => void
}) =>
  plans.length === 0 || (plans.length === 1 && active !== null) ? null : (
    <Select
      label={<Said k="plan:which.choose" />}
      options={plans.map(({ plan }) => ({ value: plan.id, text: plan.name }))}
      value={active ?? ''}
      onChange={onChoose}
    />
  )

/** Another plan, under a suggested name or one's own. */
const AddPlan = ({ tools }: { readonly tools: PlanTools }) => {
  const t = useWords('plan')
  const [kind, setKind] = useState<Kind>('parents')
  const [own, setOwn] = useState('')
  const [isWanting, setWanting] = useState(false)
  const make = () => {
    const name = kind === 'other' ? cleanText(own, MOST.name) : plain(t(`names.${kind}`))
    setWanting(name === '')
    if (name === '') return
    setOwn('')
    tools.plans.commands.create(name, tools.area?.manifest.area.code ?? null)
  }
  return (
    <div className={styles.add}>
      <h4>
        <Said k="plan:which.add" />
      </h4>
      <Quiet>
        <Said k="plan:which.addWhy" />
      </Quiet>
      <Chips
        legend={<Said k="plan:which.kind" />}
        options={KINDS.map((value) => ({ value, label: <Said k={`plan:names.${value}`} /> }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'other' ? (
        <TextField label={<Said k="plan:which.own" />} value={own} most={MOST.name} onCommit={setOwn} />
      ) : null}
      <p role="alert" className={styles.alert}>
        {isWanting && kind === 'other' ? <Said k="plan:which.needsName" /> : null}
      </p>
      <Actions>
        <Button icon="plus" onClick={make}>
          <Said k="plan:which.make" />
        </Button>
      </Actions>
    </div>
  )
}

/** Names, adds and removes plans. Rarely wanted, so it is folded away. */
export const ManagePlans = ({
  tools,
  plan,
  onRemove,
}: {
  readonly tools: PlanTools
  readonly plan: Plan
  readonly onRemove: () => void
}) => {
  const { commands } = tools.plans
  const rename = (typed: string) => {
    const name = cleanText(typed, MOST.name)
    if (name !== '') commands.edit(changePlanHead({ name }))
  }
  return (
    <More summary={<Said k="plan:which.title" />}>
      <TextField
        key={plan.id}
        label={<Said k="plan:which.rename" />}
        value={plan.name}
        most={MOST.name}
        onCommit={rename}
      />
      <AddPlan tools={tools} />
      <Actions>
        <Button icon="bin" onClick={onRemove}>
          <Said k="plan:which.remove" />
        </Button>
      </Actions>
    </More>
  )
}
