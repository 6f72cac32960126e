import { act, useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { linkOfCode } from '#domain/plan/code/code-link.ts'
import { encodePlan } from '#domain/plan/code/encode-plan.ts'
import type { CodeRefusal } from '#domain/plan/code/read-code.ts'
import { writeGeoJson, type GeoJsonRefusal } from '#domain/plan/geojson.ts'
import type { GpxRefusal } from '#domain/plan/gpx.ts'
import { writePlanFile, type PlanFileRefusal } from '#domain/plan/plan-file.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { LANGUAGES } from '#i18n/index.ts'
import { aPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { planTools } from '#tests/support/plan-tools.ts'
import type { Received } from './BringIn.tsx'
import { ReceivedPanel } from './ReceivedPanel.tsx'
import { Refusal } from './Refusal.tsx'

let screen: Screen
afterEach(() => screen.leave())

/** What the device was told to take in, in order. */
let taken: { readonly how: string; readonly plan: Plan; readonly photos: number }[]
let events: string[]
let parts: readonly string[]

const Shown = ({
  tools,
  received,
  before,
}: {
  tools: ReturnType<typeof planTools>
  received: Received | null
  before: readonly string[]
}) => {
  const [kept, setKept] = useState(before)
  const [now, setNow] = useState(received)
  return (
    <ReceivedPanel
      tools={tools}
      received={now}
      onReceived={setNow}
      parts={kept}
      onParts={(next) => {
        parts = next
        setKept(next)
      }}
      onDone={() => {
        events.push('done')
        setNow(null)
      }}
    />
  )
}

function show(
  mine: Plan | null,
  received: Received | null,
  { before = [] as readonly string[], takes = true, download = 'done' as const } = {},
) {
  taken = []
  events = []
  parts = before
  const tools = planTools(mine)
  const commands = {
    ...tools.plans.commands,
    takeIn: async (plan: Plan, how: string, photos: ReadonlyMap<string, Blob>) => {
      taken.push({ how, plan, photos: photos.size })
      return takes
    },
    undo: () => events.push('undo'),
    noteExport: async (id: string) => void events.push(`exported ${id}`),
  }
  const given = {
    ...tools,
    plans: { ...tools.plans, commands: { ...commands, undo: () => void commands.undo() } },
    sharer: { ...tools.sharer, download: () => download },
  }
  screen.show(<Shown key={Math.random()} tools={given} received={received} before={before} />)
  return tools
}

const click = async (words: string) => {
  await act(async () => screen.find('button', words).click())
}
const settle = (words: string) =>
  vi.waitFor(async () => {
    await act(async () => undefined)
    expect(screen.words()).toContain(words)
  })

const theirs = aPlan({ id: 'another000000001', name: 'Grandma', changedAt: PLAN_MADE_AT + 1 })
const fileOf = (plan: Plan) => new File([writePlanFile(plan, new Map(), PLAN_MADE_AT)], 'grandma.minna.json')
function textsOf(plan: Plan, parts: 'essential' | 'all', room = 900): readonly string[] {
  const encoded = encodePlan(plan, { parts, position: 'exact', room })
  if (!encoded.ok) throw new Error(encoded.reason)
  return encoded.value.codes.map(({ text }) => text)
}

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('has words for all that it shows', async () => {
    screen = await aScreen(tag)
    const link = { text: linkOfCode('https://map.example/', textsOf(theirs, 'essential')[0] ?? '') }
    for (const mine of [null, aPlan(), theirs]) {
      show(mine, link)
      expect(screen.words()).toContain('Grandma')
      expect(screen.words()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
    }
    show(aPlan(), null)
    expect(screen.words()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
  })

  it('has one sentence for each way in which something is refused', async () => {
    screen = await aScreen(tag)
    const said = new Set<string>()
    for (const why of Object.keys(CODE_REFUSALS) as CodeRefusal[]) {
      screen.show(<Refusal refusal={{ type: 'code', why }} />)
      said.add(screen.words())
    }
    for (const why of Object.keys(FILE_REFUSALS) as (keyof typeof FILE_REFUSALS)[]) {
      for (const expected of ['plan', 'geojson', 'gpx'] as const) {
        screen.show(<Refusal refusal={{ type: 'file', why, expected, file: 'my.file', detail: '3' }} />)
        expect(screen.words()).toContain('my.file')
        said.add(screen.words())
      }
    }
    for (const words of said) expect(words).not.toMatch(/[a-z]+:[a-z]+\.[a-z]|\{\{/i)
    expect(said.size).toBeGreaterThan(60)
  })
})

/** All reasons, held complete by the compiler. */
const CODE_REFUSALS: Record<CodeRefusal, true> = {
  notOurs: true,
  damaged: true,
  newerVersion: true,
  brokenPlan: true,
  otherSeries: true,
}
const FILE_REFUSALS: Record<PlanFileRefusal | GeoJsonRefusal | GpxRefusal | 'unreadable', true> = {
  empty: true,
  tooLarge: true,
  notText: true,
  webPage: true,
  cutOff: true,
  notJson: true,
  tooDeep: true,
  tooMuch: true,
  repeatedName: true,
  notAPlanFile: true,
  newerVersion: true,
  brokenPlan: true,
  brokenPhoto: true,
  notGeoJson: true,
  otherCrs: true,
  badGeometry: true,
  badPosition: true,
  acrossAntimeridian: true,
  tooMany: true,
  tooLong: true,
  nothingInIt: true,
  notXml: true,
  doctype: true,
  notGpx: true,
  unreadable: true,
}

describe('a plan from somebody', () => {
  it('is shown as theirs, with what it holds, and nothing is kept before a press', async () => {
    screen = await aScreen('en')
    show(aPlan(), { text: textsOf(theirs, 'essential')[0] ?? '' })
    for (const words of [
      'not from the city',
      'Grandma',
      '5 members',
      '見本公民館',
      '叔母の家',
      'Heavy rain and flood',
      'Marks on the map',
      'How it differs from “わが家”',
    ])
      expect(screen.words()).toContain(words)
    expect(taken).toEqual([])
    await click('Throw it away')
    expect(taken).toEqual([])
    expect(events).toEqual(['done'])
  })

  it('becomes a plan of its own, or is added to mine and taken back', async () => {
    screen = await aScreen('en')
    show(null, { text: textsOf(theirs, 'essential')[0] ?? '' })
    expect(() => screen.find('button', 'Add it to')).toThrow()
    expect(() => screen.find('button', 'Replace')).toThrow()
    await click('Keep it as a new plan')
    await settle('It was kept as a new plan')
    expect(taken).toMatchObject([{ how: 'new', plan: { id: theirs.id } }])
    await click('See the plan')
    expect(events).toEqual(['done'])

    show(aPlan(), { text: textsOf(theirs, 'essential')[0] ?? '' })
    await click('Add it to “わが家”')
    await settle('It was added to my plan')
    expect(taken).toMatchObject([{ how: 'merge' }])
    await click('Undo')
    expect(events).toEqual(['undo'])
    expect(screen.words()).toContain('as it was before')
    expect(screen.words()).toContain('Grandma')
  })

  it('that is the same as mine is told to be so, without a table of nothing', async () => {
    screen = await aScreen('en')
    show(aPlan({ marks: [] }), { file: fileOf(aPlan({ marks: [] })) })
    await settle('the same as my plan')
    expect(screen.box.querySelector('table')).toBeNull()
    show(aPlan(), { file: fileOf(aPlan({ changedAt: PLAN_MADE_AT + 5, marks: [] })) })
    await settle('It is newer than my plan')
    expect(screen.box.querySelector('table')).not.toBeNull()
  })

  it('of the same id replaces mine after one more question, with the way to save mine first', async () => {
    screen = await aScreen('en')
    const newer = aPlan({ name: 'わが家2', changedAt: PLAN_MADE_AT + 5, marks: [] })
    show(aPlan(), { file: fileOf(newer) })
    await settle('It is newer than my plan')
    await click('Replace “わが家”')
    expect(taken).toEqual([])
    await click('Save mine to a file')
    await settle('Saved to a file')
    expect(events).toEqual([`exported ${aPlan().id}`])
    await click('Cancel')
    await click('Replace “わが家”')
    await click('Replace it')
    await settle('My plan was replaced')
    expect(taken).toMatchObject([{ how: 'replace', plan: { name: 'わが家2' } }])
    expect(document.activeElement?.textContent).toContain('My plan was replaced')
  })

  it('that is not whole never replaces mine', async () => {
    screen = await aScreen('en')
    show(aPlan(), { text: textsOf(aPlan({ changedAt: PLAN_MADE_AT - 5 }), 'essential')[0] ?? '' })
    expect(screen.words()).toContain('It is older than my plan')
    expect(() => screen.find('button', 'Replace')).toThrow()
    expect(screen.words()).toContain('cannot replace mine')
  })

  it('that is mine already says so', async () => {
    screen = await aScreen('en')
    const mine = aPlan({ marks: [] })
    show(mine, { file: fileOf(mine) })
    await settle('It is the same as my plan')
  })

  it('that could not be taken in is still there', async () => {
    screen = await aScreen('en')
    const tools = show(aPlan(), { text: textsOf(theirs, 'essential')[0] ?? '' }, { takes: false })
    await click('Keep it as')
    await settle('could not be taken in')
    expect(screen.words()).toContain('Grandma')
    act(() => tools.plans.store.setState({ refused: 'full' }))
    await click('Add it to')
    await settle('There is no room')
  })
})

describe('a series', () => {
  const all = textsOf(theirs, 'all', 120)

  it('waits for its parts, which are kept as they come, and is shown when it is whole', async () => {
    screen = await aScreen('en')
    show(null, { text: all[1] ?? '' }, { before: [all[0] ?? ''] })
    expect(screen.words()).toContain(`2 of ${all.length} codes are here`)
    expect(new Set(parts)).toEqual(new Set(all.slice(0, 2)))
    show(null, null, { before: all.slice(0, 3) })
    expect(screen.words()).toContain(`3 of ${all.length} codes are here`)
    show(null, { text: all[0] ?? '' }, { before: all.slice(1) })
    expect(screen.words()).toContain('Grandma')
    await click('Throw it away')
    expect(parts).toEqual([])
  })

  it('does not mix with another one', async () => {
    screen = await aScreen('en')
    const other = textsOf(aPlan({ name: 'x' }), 'all', 120)
    show(null, { text: other[0] ?? '' }, { before: all.slice(0, 2) })
    expect(screen.find('[role="alert"]').textContent).toContain('belongs to another plan')
    expect(parts).toEqual(all.slice(0, 2))
    await click('Start again')
    expect(screen.words()).toContain(`1 of ${other.length} codes are here`)
  })
})

describe('a file', () => {
  it('that is refused is named, and nothing was kept', async () => {
    screen = await aScreen('en')
    show(aPlan(), { file: new File(['{"a":1}'], 'holiday.json') })
    expect(screen.words()).toContain('Reading')
    await settle('holiday.json')
    expect(screen.find('[role="alert"]').textContent).toContain('This is not the file of a plan')
    expect(screen.find('[role="alert"]').textContent).toContain('Nothing was kept')
    await click('Back')
    expect(events).toEqual(['done'])
  })

  it('that is a picture is read for its QR code', async () => {
    screen = await aScreen('en')
    const tools = planTools(null)
    const text = textsOf(theirs, 'essential')[0] ?? ''
    const reader = { ...tools.reader, readPicture: async () => ({ ok: true, text }) as const }
    events = []
    screen.show(
      <Shown
        tools={{ ...tools, reader }}
        received={{ file: new File([''], 'a.png', { type: 'image/png' }) }}
        before={[]}
      />,
    )
    await settle('Grandma')
  })

  it('of another program adds its marks and routes to my plan, and can be undone', async () => {
    screen = await aScreen('en')
    const file = new File([writeGeoJson(theirs, () => 'x')], 'marks.geojson')
    const tools = show(aPlan(), { file })
    await settle('marks.geojson')
    expect(screen.words()).toContain('3 marks')
    expect(tools.current().marks).toHaveLength(3)
    await click('Add it to “わが家”')
    expect(screen.words()).toContain('Added to the plan')
    expect(tools.current().marks).toHaveLength(6)
    await click('Undo')
    expect(events).toEqual(['undo'])
    show(null, { file })
    await settle('There is no plan to add it to')
  })

  it('of another program is refused whole where there is no room', async () => {
    screen = await aScreen('en')
    const [mark] = aPlan().marks
    if (mark === undefined) throw new Error('no mark')
    const full = aPlan({ marks: Array.from({ length: 300 }, (_, index) => ({ ...mark, id: `m${index}` })) })
    show(full, { file: new File([writeGeoJson(theirs, () => 'x')], 'marks.geojson') })
    await settle('marks.geojson')
    await click('Add it to')
    await settle('There is no room')
  })
})

describe('nothing', () => {
  it('leads to the ways in', async () => {
    screen = await aScreen('en')
    show(aPlan(), null)
    expect(screen.words()).toContain('Nothing came')
    expect(screen.find('button', 'Read with the camera')).toBeTruthy()
  })
})
