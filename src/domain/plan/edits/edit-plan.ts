import { ok, type Result } from '#domain/result.ts'
import type { Plan, Question } from '../plan.ts'
import { changePlan, type Edit, type EditRefusal } from './change-plan.ts'

/** Changes what is no list: name, area, dangers. */
export const changePlanHead =
  (change: Partial<Pick<Plan, 'name' | 'area' | 'hazards'>>): Edit =>
  (plan, now) =>
    changePlan(plan, change, now)

/** Changes what is told of the household as a whole: car, minutes to be ready. */
export const changeHousehold =
  (change: Partial<Omit<Plan['household'], 'members'>>): Edit =>
  (plan, now) =>
    changePlan(plan, { household: { ...plan.household, ...change } }, now)

/** Notes that a question of the interview was answered, or passed by. */
export const noteQuestion =
  (question: Question, how: 'answered' | 'skipped'): Edit =>
  (plan, now) => {
    const without = (all: readonly Question[]) => all.filter((one) => one !== question)
    const { answered, skipped } = plan.interview
    const interview = { answered: without(answered), skipped: without(skipped) }
    interview[how].push(question)
    return changePlan(plan, { interview }, now)
  }

/** Several edits as one: one step of undo, one change in time, and all or nothing. */
export const together =
  (...edits: readonly Edit[]): Edit =>
  (plan, now) => {
    let done: Result<Plan, EditRefusal> = ok(plan)
    for (const edit of edits) if (done.ok) done = edit(done.value, now)
    return done.ok ? changePlan(plan, done.value, now) : done
  }
