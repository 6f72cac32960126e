import type { Plan } from '../plan/plan.ts'
import type { Phrase } from '../risk/report.ts'
import type { LeaveBy } from './leave-by.ts'
import { nameIn } from './name-in.ts'

/**
 * By when to leave, in words: the sentence to remember first, then what it was reckoned from, then what was estimated. It is
 * never a time of the clock, because nobody knows when the disaster comes. The name of the trigger it speaks of is
 * `describeTrigger(leaveBy.trigger, leaveBy.hazard).name`, to be shown with it.
 */
export function describeLeaveBy(leaveBy: LeaveBy, plan: Plan): readonly Phrase[] {
  if (leaveBy.level === 'atOnce') return describeAtOnce(leaveBy, plan)
  const level = leaveBy.tooLate ? 'earlier' : `level${leaveBy.level}`
  return [
    { key: `timeline:leaveBy.${level}` },
    inHours('start', leaveBy.total),
    inHours('out', leaveBy.outBy),
    ...sum(leaveBy),
    ...reasons(leaveBy, plan),
  ]
}

function describeAtOnce(leaveBy: LeaveBy, plan: Plan): readonly Phrase[] {
  const { way, ready } = leaveBy
  if (way === null) return [{ key: 'timeline:leaveBy.atOnce' }, { key: 'timeline:leaveBy.noWay' }]
  const params = { ready: ready.minutes, walk: way.minutes, night: way.nightMinutes, total: leaveBy.total }
  return [
    { key: 'timeline:leaveBy.atOnce' },
    { key: 'timeline:leaveBy.sum.tsunami', params },
    ...reasons(leaveBy, plan),
  ]
}

/** Minutes below an hour, else hours and minutes. */
function inHours(what: 'start' | 'out', minutes: number): Phrase {
  if (minutes < 60) return { key: `timeline:leaveBy.${what}.minutes`, params: { minutes } }
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (rest === 0) return { key: `timeline:leaveBy.${what}.hours`, params: { hours } }
  return { key: `timeline:leaveBy.${what}.both`, params: { hours, minutes: rest } }
}

function sum({ ready, way, margin, total }: LeaveBy): readonly Phrase[] {
  const common = { ready: ready.minutes, margin, total }
  if (way === null)
    return [{ key: 'timeline:leaveBy.sum.noWay', params: common }, { key: 'timeline:leaveBy.noWay' }]
  if (way.upstairs) return [{ key: 'timeline:leaveBy.sum.upstairs', params: common }]
  const params = { ...common, walk: way.minutes, night: way.nightMinutes }
  return [{ key: `timeline:leaveBy.sum.${way.by}`, params }]
}

/** Who decides the pace and the level, and what nobody told. */
function reasons({ needsTime, slowest, ready, way, tooLate }: LeaveBy, plan: Plan): readonly Phrase[] {
  const name = slowest === null ? null : nameIn(plan.household.members, slowest)
  return [
    ...(tooLate ? [{ key: 'timeline:leaveBy.tooLate' }] : []),
    ...needsTime.map((need) => ({ key: `timeline:leaveBy.needs.${need}` })),
    ...(name === null ? [] : [{ key: 'timeline:leaveBy.slowest', params: { name } }]),
    ...(ready.from === 'told' ? [] : [{ key: `timeline:leaveBy.ready.${ready.from}` }]),
    ...(way === null || way.upstairs ? [] : [{ key: `timeline:leaveBy.${way.from}` }]),
  ]
}
