import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSentences } from '#tests/support/read-locales.ts'
import { aPlan } from '#tests/support/a-plan.ts'
import { anyLesson } from '#tests/support/what-a-drill-taught.ts'
import type { Phrase } from '../risk/report.ts'
import { describeProposal } from './describe-proposal.ts'
import { proposeChanges } from './plan-feedback.ts'
import type { Proposal } from './proposal.ts'

const sentences = ['ja', 'ja-simple', 'en'].map(readSentences)

/** Every place of the sentence is filled, in every language. */
function isFilled({ key, params = {} }: Phrase): boolean {
  return sentences.every((words) => {
    const text = words.get(key) ?? words.get(`${key}_other`)
    const places = [...(text ?? '').matchAll(/\{\{-? ?(\w+)\}\}/g)].map(([, name = '']) => name)
    return text !== undefined && places.every((name) => params[name] !== undefined && params[name] !== '')
  })
}

const plan = aPlan()
const [member] = plan.household.members
const [destination] = plan.destinations
if (member === undefined || destination === undefined)
  throw new Error('the plan of the tests has somebody and a goal')
const BESIDE = ['measured', 'slower', 'faster'] as const

/** Every kind of change with every reason. */
const all: readonly Proposal[] = [
  ...(['caught', 'tooLate', 'smallMargin', 'slowerStart'] as const).map((reason) => ({
    kind: 'trigger' as const,
    reason,
    hazard: 'flood' as const,
    to: 'city3' as const,
    steps: ['a', 'b'],
  })),
  ...(['caught', 'tooLate'] as const).map((reason) => ({
    kind: 'destination' as const,
    reason,
    hazard: 'landslide' as const,
    known: null,
    entry: destination,
  })),
  ...(['slope', 'otherDanger'] as const).map((mark) => ({
    kind: 'danger' as const,
    reason: 'caught' as const,
    mark,
    at: [135, 30] as const,
    note: '',
  })),
  ...BESIDE.map((reason) => ({ kind: 'speed' as const, reason, member: member.id, from: 1, to: 0.7 })),
  ...BESIDE.map((reason) => ({ kind: 'ready' as const, reason, from: 10, to: 20 })),
  ...BESIDE.flatMap((reason) =>
    [null, 12].map((from) => ({
      kind: 'minutes' as const,
      reason,
      destination: destination.id,
      from,
      to: 20,
    })),
  ),
]

it.each(all)('has words for $kind, $reason', (proposal) => {
  const { change, why, to } = describeProposal(proposal, plan)
  for (const phrase of [change, why, ...to]) expect([phrase, isFilled(phrase)]).toEqual([phrase, true])
})

it('has words for every change of any plan', () => {
  fc.assert(
    fc.property(anyLesson, (learned) => {
      for (const proposal of proposeChanges(learned)) {
        const { change, why, to } = describeProposal(proposal, learned.plan)
        for (const phrase of [change, why, ...to]) expect([phrase, isFilled(phrase)]).toEqual([phrase, true])
      }
    }),
    { numRuns: 100 },
  )
})

it('tells a speed in metres a minute, and never a faster one', () => {
  const { change } = describeProposal(
    { kind: 'speed', reason: 'slower', member: member.id, from: 1, to: 0.708 },
    plan,
  )
  expect(change.params).toMatchObject({ before: 60, after: 42 })
})
