import { describe, expect, it } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import { TIMELINE_HAZARDS } from '#domain/timeline/trigger.ts'
import { LANGUAGES, sayIn, wordsFor, type LanguageTag } from '#i18n/index.ts'
import { aPlan } from '#tests/support/a-plan.ts'
import { COMFORT } from '#tests/support/comfort.ts'
import { planTools } from '#tests/support/plan-tools.ts'
import { draftAll } from './draft-timelines.ts'
import { dueNow, tickOff, type Chosen } from './due-now.ts'
import { sayNow } from './say-now.ts'

const tools = planTools(aPlan())
tools.plans.commands.edit(draftAll(tools.factsOf(tools.current()), TIMELINE_HAZARDS))
const plan = tools.current()
const LEVEL3: Chosen = { situation: 'rain', now: 3 }
const LEVEL4: Chosen = { situation: 'rain', now: 4 }

const hear = async (chosen: Chosen, of: Plan | null = plan, tag: LanguageTag = 'en') =>
  sayNow(chosen, of, of === null ? null : tools.factsOf(of))(sayIn(await wordsFor(tag), tag, 'interview'))

describe('what now', () => {
  it('begins with the call, then what comes first, then where to go, and is no alarm', async () => {
    const all = await hear(LEVEL4)
    expect(all[0]).toContain('Level 4')
    const at = (words: string) => all.findIndex((text) => text.includes(words))
    const places = [at('First of all'), at('Where to go'), at('This app is not an alarm')]
    expect(places, all.join('\n')).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('says no step that was ticked off', async () => {
    const facts = tools.factsOf(plan)
    const [first] = dueNow(plan, facts, ['flood', 'landslide', 'stormSurge'], 3).now
    if (first === undefined) throw new Error('nothing is due')
    const done = tickOff(first, true)(plan, 0)
    if (!done.ok) throw new Error(done.reason)
    const t = sayIn(await wordsFor('en'), 'en', 'interview')
    const count = (all: readonly string[]) => all.filter((text) => text === t.phrase(first.phrase)).length
    expect(count(await hear(LEVEL3))).toBe(1)
    expect(count(await hear(LEVEL3, done.value))).toBe(0)
  })

  it('sends nobody out at level 5', async () => {
    const all = (await hear({ situation: 'rain', now: 5 })).join('\n')
    expect(all).toContain('may be too dangerous now to walk outside')
    expect(all).not.toContain('Where to go')
  })

  it('without a timeline is the call, and that there is none', async () => {
    expect((await hear(LEVEL4, null)).join('\n')).toContain('There is no timeline for this yet')
  })

  it.each(LANGUAGES.map(({ tag }) => tag))('has words for everything, and no comfort: %s', async (tag) => {
    for (const now of [3, 4, 5, 'ownSigns', 'lifted'] as const) {
      const all = (await hear({ situation: 'rain', now }, plan, tag)).join(' ')
      expect(all).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
      expect(all).not.toMatch(COMFORT)
    }
  })
})
