import { useStore } from 'zustand'
import type { PlanTools } from '../plan/index.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { exportDue } from './export-due.ts'
import { isEmptyPlan } from './plan-holds.ts'
import { isDroppedBySystem, useInstallFacts } from './use-install-facts.ts'

/**
 * Speaks of an export when one is due, and shows nothing otherwise. Stands on other screens of the plan; it never takes the
 * focus and is not read out by itself.
 */
export const ExportReminder = ({ tools }: { readonly tools: PlanTools }) => {
  const { plans, active, trouble } = useStore(tools.plans.store)
  const facts = useInstallFacts(tools.installer)
  const open = plans.find(({ plan }) => plan.id === active)
  if (open === undefined) return null
  const dropped = isDroppedBySystem(facts)
  const due = exportDue({
    createdAt: open.plan.createdAt,
    changedAt: open.plan.changedAt,
    exported: open.exported,
    isEmpty: isEmptyPlan(open.plan),
    isNotKept: trouble !== null || open.saved === 'unsaved',
    isDroppedBySystem: dropped,
    now: tools.now(),
  })
  if (due === 'none') return null
  const why = due === 'soon' ? 'soon' : dropped ? 'ios' : 'notKept'
  return (
    <Notice
      tone={due === 'now' ? 'unknown' : 'none'}
      actions={
        <Button look={due === 'now' ? 'main' : 'plain'} icon="offline" onClick={() => tools.go('share')}>
          <Said k="share:reminder.go" />
        </Button>
      }
    >
      <p>
        <Said k={`share:reminder.${why}`} />
      </p>
    </Notice>
  )
}
