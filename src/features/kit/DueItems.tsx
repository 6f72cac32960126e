import { expiringKit, type Expiring } from '#domain/kit/expiries.ts'
import { changeEntry } from '#domain/plan/edits/edit-lists.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Panel.tsx'
import type { PlanTools } from '../plan/index.ts'
import { useKitName } from './use-kit-name.ts'

const Due = ({ tools, due }: { readonly tools: PlanTools; readonly due: Expiring }) => {
  const t = useWords('kit')
  const { marked } = useKitName(due.item)
  const { id } = due.item
  return (
    <Notice
      tone={due.days < 0 ? 'hazard' : 'info'}
      actions={
        <Button
          onClick={() => tools.plans.commands.edit(changeEntry('kit', id, { expires: null, packed: true }))}
        >
          <Said k="kit:replaced" />
        </Button>
      }
    >
      <p>
        <Said
          text={due.days < 0 ? t('past', { item: marked }) : t('soon', { count: due.days, item: marked })}
        />
      </p>
    </Notice>
  )
}

/** What has expired or will within a month. */
export const DueItems = ({ tools, plan }: { readonly tools: PlanTools; readonly plan: Plan }) => {
  const due = expiringKit(plan.kit, tools.now())
  if (due.length === 0) return null
  return (
    <Section title={<Said k="kit:dueTitle" />}>
      {due.map((one) => (
        <Due key={one.item.id} tools={tools} due={one} />
      ))}
    </Section>
  )
}
