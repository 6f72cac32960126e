import * as v from 'valibot'
import { isCleanText } from '../plan/text.ts'
import { ok, refuse, type Result } from '../result.ts'
import { MOST_GROUP, scenarioOf } from './invitation.ts'
import { parseScenario } from './parse-scenario.ts'
import { AreaCode } from './report-parts.ts'
import type { DrillInvitation, Scenario } from './scenario.ts'

/** The version of the document. A change of it is a migration with a number, never an edit of an old one. */
const HOSTED_VERSION = 1
/** Room for every language of the app; how many fit on a poster is the poster's business. */
const MOST_TAGS = 40

/** The drill that an organiser holds, as it lies on their device: board, reception and poster are of it. */
export type HostedDrill = {
  readonly invitation: DrillInvitation
  /** The languages of its poster, by tag, the largest first. */
  readonly languages: readonly string[]
}

const ScenarioOf = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, Scenario>(({ dataset, addIssue, NEVER }) => {
    const parsed = parseScenario(dataset.value)
    if (parsed.ok) return parsed.value
    addIssue({ message: parsed.reason })
    return NEVER
  }),
)

const Invitation = v.pipe(
  v.strictObject({
    area: AreaCode,
    scenario: v.union([v.pipe(v.string(), v.minLength(1), v.maxLength(64)), ScenarioOf]),
    begins: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))),
    group: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_GROUP), v.check(isCleanText))),
  }),
  v.check((invitation) => {
    const scenario = scenarioOf(invitation)
    return scenario !== null && (scenario.area === null || scenario.area === invitation.area)
  }, 'scenario'),
)

const Document = v.strictObject({
  format: v.literal('minna-hosted'),
  version: v.literal(HOSTED_VERSION),
  invitation: Invitation,
  languages: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/))),
    v.maxLength(MOST_TAGS),
  ),
})

/** As it is kept. */
export const keepHosted = ({ invitation, languages }: HostedDrill): unknown => ({
  format: 'minna-hosted',
  version: HOSTED_VERSION,
  invitation,
  languages,
})

/**
 * Reads what was kept; whole, or not at all.
 * @returns `brokenHosted` it is something else, its content does not hold, or it calls for a scenario that this app does not have
 */
export function parseHosted(value: unknown): Result<HostedDrill, 'brokenHosted'> {
  const parsed = v.safeParse(Document, value, { abortEarly: true })
  if (!parsed.success) {
    const [issue] = parsed.issues
    return refuse('brokenHosted', v.getDotPath(issue) ?? issue.message.slice(0, 40))
  }
  const { invitation, languages } = parsed.output
  return ok({ invitation, languages })
}
