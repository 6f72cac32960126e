import { changePlan, type Edit } from '#domain/plan/edits/change-plan.ts'
import { nextIds } from '#domain/plan/edits/next-id.ts'
import type { ForeignThings } from '#domain/plan/foreign-things.ts'

/** Adds marks and routes of another program behind one's own: one step of undo, all or nothing. */
export const addThings =
  ({ marks, routes }: Pick<ForeignThings, 'marks' | 'routes'>): Edit =>
  (plan, now) => {
    const ids = nextIds(plan, marks.length + routes.length)
    const idOf = (index: number) => ids[index] ?? ''
    return changePlan(
      plan,
      {
        marks: [...plan.marks, ...marks.map((mark, index) => ({ ...mark, id: idOf(index) }))],
        routes: [
          ...plan.routes,
          ...routes.map((route, index) => ({ ...route, id: idOf(marks.length + index) })),
        ],
      },
      now,
    )
  }
