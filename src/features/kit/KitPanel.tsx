import { useState } from 'react'
import { useStore } from 'zustand'
import { stockDays, suggestKit, changedAmounts, missingFromKit } from '#domain/kit/suggest-kit.ts'
import { addEntry, changeEntry, setEntries } from '#domain/plan/edits/edit-lists.ts'
import { together } from '#domain/plan/edits/edit-plan.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Panel, Quiet, Section } from '#ui/Panel.tsx'
import { activePlan, PlanNotices, UndoBar, type PlanTools } from '../plan/index.ts'
import { CalendarOut } from './CalendarOut.tsx'
import { DueItems } from './DueItems.tsx'
import { KitLine } from './KitLine.tsx'
import styles from './KitPanel.module.css'

type Props = { readonly tools: PlanTools; readonly plan: Plan }

const NoList = ({ tools, plan }: Props) => (
  <>
    <p>
      <Said k="kit:empty" />
    </p>
    <Actions>
      <Button
        look="main"
        icon="check"
        onClick={() => tools.plans.commands.edit(setEntries('kit', suggestKit(plan, tools.factsOf(plan))))}
      >
        <Said k="kit:make" />
      </Button>
    </Actions>
  </>
)

/** The household changed since the list was made: what is missing and what does not fit, offered and never done unasked. */
const Changes = ({ tools, plan }: Props) => {
  const facts = tools.factsOf(plan)
  const missing = missingFromKit(plan, facts)
  const amounts = changedAmounts(plan, facts)
  return (
    <>
      {missing.length === 0 ? null : (
        <Notice
          tone="info"
          actions={
            <Button
              onClick={() =>
                tools.plans.commands.edit(together(...missing.map((item) => addEntry('kit', item))))
              }
            >
              <Said k="kit:addMissing" />
            </Button>
          }
        >
          <p>
            <Said k="kit:missing" />
          </p>
        </Notice>
      )}
      {amounts.length === 0 ? null : (
        <Notice
          tone="info"
          actions={
            <Button
              onClick={() =>
                tools.plans.commands.edit(
                  together(...amounts.map(({ id, amount }) => changeEntry('kit', id, { amount }))),
                )
              }
            >
              <Said k="kit:fitAmounts" />
            </Button>
          }
        >
          <p>
            <Said k="kit:amounts" />
          </p>
        </Notice>
      )}
    </>
  )
}

const OwnItem = ({ tools }: { readonly tools: PlanTools }) => {
  const [typed, setTyped] = useState('')
  const own = cleanText(typed, 80)
  const add = () => {
    const what = { type: 'own' as const, text: own }
    const item = { what, where: 'bag' as const, amount: null, packed: false, expires: null }
    if (tools.plans.commands.edit(addEntry('kit', item))) setTyped('')
  }
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        if (own !== '') add()
      }}
    >
      <TextField label={<Said k="kit:addLabel" />} value={typed} most={80} onCommit={setTyped} />
      <Actions>
        <Button icon="plus" disabled={own === ''} onClick={add}>
          <Said k="kit:add" />
        </Button>
      </Actions>
    </form>
  )
}

const List = ({ tools, plan }: Props) => {
  const days = stockDays(tools.factsOf(plan))
  const done = plan.kit.filter(({ packed }) => packed).length
  return (
    <>
      <p role="status">
        <Said k="kit:progress" params={{ done, total: plan.kit.length }} />
      </p>
      <Changes tools={tools} plan={plan} />
      <DueItems tools={tools} plan={plan} />
      {(['bag', 'stock'] as const).map((where) => (
        <Section key={where} title={<Said k={`kit:where.${where}`} params={{ days }} />}>
          {where === 'stock' ? (
            <Quiet>
              <Said k="kit:better" />
            </Quiet>
          ) : null}
          <ul className={styles.list}>
            {plan.kit
              .filter((item) => item.where === where)
              .map((item) => (
                <KitLine key={item.id} tools={tools} item={item} />
              ))}
          </ul>
        </Section>
      ))}
      <OwnItem tools={tools} />
      <CalendarOut tools={tools} plan={plan} />
    </>
  )
}

/** The bag and the stock for this household: what is ready, what expires, and the calendar. */
export const KitPanel = ({ tools }: { readonly tools: PlanTools }) => {
  const plan = useStore(tools.plans.store, activePlan)
  return (
    <Panel>
      <PlanNotices tools={tools} />
      <p>
        <Said k="kit:intro" />
      </p>
      {plan === null ? (
        <Actions>
          <Button look="main" onClick={() => tools.go('plan')}>
            <Said k="app:title.plan" />
          </Button>
        </Actions>
      ) : plan.kit.length === 0 ? (
        <NoList tools={tools} plan={plan} />
      ) : (
        <List tools={tools} plan={plan} />
      )}
      <UndoBar plans={tools.plans} />
    </Panel>
  )
}
