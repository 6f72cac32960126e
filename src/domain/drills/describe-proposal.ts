import type { Plan } from '../plan/plan.ts'
import type { Phrase } from '../risk/report.ts'
import { describeDanger, describeTrigger } from '../timeline/describe-timeline.ts'
import { nameIn } from '../timeline/name-in.ts'
import type { Proposal } from './proposal.ts'

/** A change of the plan in words: what would be another, what it would become where that has a name of its own, and why. */
export type ProposalWords = {
  readonly change: Phrase
  /** Official names stand by themselves, below the sentence. */
  readonly to: readonly Phrase[]
  readonly why: Phrase
}

/** Metres per minute, as walking speeds are told in Japan; rounded down, so that nobody is told to be faster than they were. */
const perMinute = (metresPerSecond: number): number => Math.floor(metresPerSecond * 60 + 1e-9)

export function describeProposal(proposal: Proposal, plan: Plan): ProposalWords {
  return { ...whatOf(proposal, plan), why: { key: `drills:learn.why.${whyOf(proposal)}` } }
}

/** Faster and slower mean other things for a walk and for getting ready. */
const whyOf = ({ kind, reason }: Proposal): string =>
  kind === 'ready' && reason !== 'measured' ? `${reason}Ready` : reason

function whatOf(proposal: Proposal, plan: Plan): Pick<ProposalWords, 'change' | 'to'> {
  switch (proposal.kind) {
    case 'trigger':
      return {
        change: { key: 'drills:learn.change.trigger', params: { count: proposal.steps.length } },
        to: [describeDanger(proposal.hazard), describeTrigger(proposal.to, proposal.hazard).name],
      }
    case 'destination':
      return {
        change: { key: 'drills:learn.change.destination', params: { name: proposal.entry.name } },
        to: [describeDanger(proposal.hazard)],
      }
    case 'danger':
      return { change: { key: `drills:learn.change.${proposal.mark}` }, to: [] }
    case 'speed':
      return only('speed', {
        name: nameIn(plan.household.members, proposal.member) ?? '',
        before: perMinute(proposal.from),
        after: perMinute(proposal.to),
      })
    case 'ready':
      return only('ready', { before: proposal.from, after: proposal.to })
    case 'minutes': {
      const name = nameIn(plan.destinations, proposal.destination) ?? ''
      return proposal.from === null
        ? only('newMinutes', { name, after: proposal.to })
        : only('minutes', { name, before: proposal.from, after: proposal.to })
    }
  }
}

const only = (
  what: string,
  params: Readonly<Record<string, string | number>>,
): Pick<ProposalWords, 'change' | 'to'> => ({
  change: { key: `drills:learn.change.${what}`, params },
  to: [],
})
