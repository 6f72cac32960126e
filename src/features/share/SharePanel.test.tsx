import { act, useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readPlanFile } from '#domain/plan/plan-file.ts'
import { encodePlan } from '#domain/plan/code/encode-plan.ts'
import { linkOfCode } from '#domain/plan/code/code-link.ts'
import { roomFor } from '#domain/plan/code/layout.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { LANGUAGES } from '#i18n/index.ts'
import type { Handed, QrReader, Sharer } from '#platform/ports.ts'
import { aPlan, anEmptyPlan } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { planTools } from '#tests/support/plan-tools.ts'
import type { Received } from './BringIn.tsx'
import { SharePanel } from './SharePanel.tsx'

let screen: Screen
afterEach(() => screen.leave())

const HERE = 'https://map.example/'
/** So long that a whole plan needs several codes. */
const LONG = `https://map.example/${'a'.repeat(850)}/`

/** What left the device in this test. */
let left: { readonly how: string; readonly name: string; readonly content?: Blob }[]
let noted: string[]
let received: Received[]

function sharer(answers: Partial<Record<'share' | 'file' | 'copy' | 'download', Handed>> = {}): Sharer {
  const { share = 'done', file = 'done', copy = 'done', download = 'done' } = answers
  return {
    canShare: () => true,
    shareFile: async (name, _type, content) => (left.push({ how: 'file', name, content }), file),
    shareLink: async (_title, url) => (left.push({ how: 'link', name: url }), share),
    shareText: async (text) => (left.push({ how: 'text', name: text }), share),
    copy: async (text) => (left.push({ how: 'copy', name: text }), copy),
    download: (name, content) => (left.push({ how: 'download', name, content }), download),
    print: () => undefined,
  }
}

const Shown = ({ tools, address }: { tools: ReturnType<typeof planTools>; address: string }) => {
  const [parts, setParts] = useState<readonly string[]>([])
  return (
    <SharePanel
      tools={tools}
      address={address}
      parts={parts}
      onParts={setParts}
      onReceived={(one) => received.push(one)}
    />
  )
}

function show(plan: Plan | null, changes: Parameters<typeof planTools>[1] = {}, address = HERE) {
  left = []
  noted = []
  received = []
  const tools = planTools(plan, { sharer: sharer(), ...changes })
  const plans = {
    ...tools.plans,
    commands: {
      ...tools.plans.commands,
      noteExport: async (id: string) => {
        noted.push(id)
      },
    },
  }
  screen.show(<Shown tools={{ ...tools, plans }} address={address} />)
  return tools
}

const click = async (selector: string, words = '') => {
  await act(async () => screen.find(selector, words).click())
}
const choose = async (words: string) => {
  await act(async () => screen.find('label', words).querySelector('input')?.click())
}
const settle = (words: string) =>
  vi.waitFor(async () => {
    await act(async () => undefined)
    expect(screen.words()).toContain(words)
  })

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('has words for all that it shows', async () => {
    screen = await aScreen(tag)
    for (const plan of [null, anEmptyPlan(), aPlan()]) {
      show(plan)
      expect(screen.words()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
    }
  })
})

describe('the file', () => {
  it('holds the whole plan, and is noted as an export', async () => {
    screen = await aScreen('en')
    show(aPlan())
    expect(screen.words()).toContain('not been saved outside this device yet')
    await click('button', 'Save the plan to a file')
    await settle('Saved to a file')
    expect(left).toMatchObject([{ how: 'download', name: 'わが家.minna.json' }])
    const bytes = new Uint8Array((await left[0]?.content?.arrayBuffer()) ?? [])
    const read = readPlanFile(bytes)
    expect(read.ok && read.value.plan.id).toBe(aPlan().id)
    // The test's device keeps no photo: that is said.
    expect(screen.words()).toContain('1 photo could not be found')
    expect(noted).toEqual([aPlan().id])
  })

  it.each([
    ['failed', 'could not be saved'],
    ['cancelled', 'Cancelled'],
  ] as const)('that %s is not taken for an export', async (file, words) => {
    screen = await aScreen('en')
    show(aPlan(), { sharer: sharer({ file }) })
    await click('button', 'Send the plan as a file')
    await settle(words)
    expect(noted).toEqual([])
  })

  it('can be stopped while the photos are read', async () => {
    screen = await aScreen('en')
    let go: (photo: Blob | null) => void = () => undefined
    const tools = planTools(aPlan(), { sharer: sharer() })
    left = []
    const commands = { ...tools.plans.commands, photo: () => new Promise<Blob | null>((done) => (go = done)) }
    const slow = { ...tools, plans: { ...tools.plans, commands } }
    screen.show(<Shown tools={slow} address={HERE} />)
    await click('button', 'Save the plan to a file')
    expect(screen.find('progress').closest('div')?.textContent).toContain('0 of 1 photos')
    await click('button', 'Cancel')
    await act(async () => go(null))
    await settle('No file was saved')
    expect(left).toEqual([])
  })

  it('of marks and of routes is for other programs, and no export', async () => {
    screen = await aScreen('en')
    show(aPlan())
    await click('button', 'Save the marks')
    await click('button', 'Save the routes')
    expect(left.map(({ name }) => name)).toEqual(['わが家.geojson', 'わが家.gpx'])
    expect(await left[0]?.content?.text()).toContain('"FeatureCollection"')
    expect(noted).toEqual([])
  })
})

describe('the code', () => {
  const textOf = (parts: 'essential' | 'all', position: 'exact' | 'none', address = HERE) => {
    const encoded = encodePlan(aPlan(), { parts, position, room: roomFor(address) })
    if (!encoded.ok) throw new Error(encoded.reason)
    return encoded.value.codes.map(({ text }) => linkOfCode(address, text))
  }

  it('says who can read it, what is in it and what is not', async () => {
    screen = await aScreen('en')
    show(aPlan())
    expect(screen.words()).toContain('QR code or link can read where your home is')
    for (const words of ['5 members', '2 destinations', 'Marks on the map', 'Routes'])
      expect(screen.words()).toContain(words)
    await choose('Leave it out')
    expect(screen.words()).not.toContain('QR code or link can read where your home is')
    expect(screen.words()).toContain('can read the names')
    expect(screen.words()).toContain('Where the home is')
    await choose('Rounded')
    expect(screen.words()).toContain('may come out wrong')
  })

  it('is copied and handed over as a link, and is no whole export', async () => {
    screen = await aScreen('en')
    show(aPlan())
    await click('button', 'Copy the link')
    await settle('The link was copied')
    await choose('Leave it out')
    await click('button', 'Send the link')
    await settle('handed over')
    expect(left.map(({ how, name }) => [how, name])).toEqual([
      ['copy', textOf('essential', 'exact')[0]],
      ['link', textOf('essential', 'none')[0]],
    ])
    expect(noted).toEqual([])
  })

  it.each([
    ['copy', 'failed', 'Copy the link', 'could not be copied'],
    ['share', 'cancelled', 'Send the link', 'Cancelled'],
  ] as const)('tells when to %s has %s', async (what, answer, button, words) => {
    screen = await aScreen('en')
    show(aPlan(), { sharer: sharer({ [what]: answer }) })
    await click('button', button)
    await settle(words)
  })

  it('comes as several in turn; once all were shown it can be noted', async () => {
    screen = await aScreen('en')
    const plan = aPlan({ marks: aPlan().marks.slice(1) })
    show(plan, {}, LONG)
    await choose('Everything but photos')
    const count = Number(/1 of (\d+)/.exec(screen.words())?.[1])
    expect(count).toBeGreaterThan(2)
    const drawn = new Set<string | null>()
    for (let at = 1; at <= count; at += 1) {
      expect(screen.words()).toContain(`${at} of ${count}`)
      expect(screen.find('svg[role="img"]').getAttribute('aria-label')).toContain(`${at} of ${count}`)
      drawn.add(screen.find('svg[role="img"] path').getAttribute('d'))
      expect(screen.words().includes('All QR codes were shown')).toBe(at === count)
      if (at < count) await click('button', 'Next QR code')
    }
    expect(drawn.size).toBe(count)
    await click('button', 'The other person has them all')
    await settle('Noted as saved')
    expect(noted).toEqual([plan.id])
    await click('button', 'Next QR code')
    expect(screen.words()).toContain(`1 of ${count}`)
    await click('button', 'Previous QR code')
    expect(screen.words()).toContain(`${count} of ${count}`)
  })

  it('of a plan with photos is never noted as a whole export', async () => {
    screen = await aScreen('en')
    show(aPlan(), {}, LONG)
    await choose('Everything but photos')
    const count = Number(/1 of (\d+)/.exec(screen.words())?.[1])
    for (let at = 1; at < count; at += 1) await click('button', 'Next QR code')
    expect(screen.words()).toContain(`${count} of ${count}`)
    expect(screen.words()).not.toContain('All QR codes were shown')
  })

  it('turns by itself when asked', async () => {
    screen = await aScreen('en')
    vi.useFakeTimers()
    show(aPlan(), {}, LONG)
    await choose('Everything but photos')
    act(() => screen.find('input[role="switch"]').click())
    act(() => void vi.advanceTimersByTime(6500))
    vi.useRealTimers()
    expect(screen.words()).toMatch(/3 of \d/)
  })

  it('that cannot hold the plan says so', async () => {
    screen = await aScreen('en')
    show(aPlan(), {}, `https://map.example/${'a'.repeat(990)}/`)
    expect(screen.words()).toContain('too large for QR codes')
  })
})

describe('what comes in', () => {
  /** @param text what it reads, or a `ScanFailure` */
  const reader = (text: string, seen: string[] = []): QrReader => ({
    readPicture: async () =>
      text === 'noCode' || text === 'notAPicture' ? { ok: false, why: text } : { ok: true, text },
    watch: (_video, onText, signal) => {
      if (text === 'denied' || text === 'noCamera') return Promise.resolve({ ok: false, why: text })
      for (const one of seen) onText(one)
      return new Promise((done) => signal.addEventListener('abort', () => done({ ok: true })))
    },
  })
  const give = async (words: string, file: File) => {
    const input = screen.find('label', words).querySelector('input') as HTMLInputElement
    Object.defineProperty(input, 'files', { value: [file], configurable: true })
    await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })))
  }
  const codes = () => {
    const encoded = encodePlan(aPlan(), { parts: 'all', position: 'exact', room: roomFor(LONG) })
    if (!encoded.ok) throw new Error(encoded.reason)
    return encoded.value.codes.map(({ text }) => linkOfCode(LONG, text))
  }

  it('from a file is handed over unread', async () => {
    screen = await aScreen('en')
    show(null)
    expect(screen.words()).toContain('There is no plan yet')
    const file = new File(['x'], 'a.minna.json')
    await give('Choose a file', file)
    expect(received).toEqual([{ file }])
  })

  it('from a picture is handed over, or refused in one sentence', async () => {
    screen = await aScreen('en')
    const encoded = encodePlan(aPlan(), { parts: 'essential', position: 'exact' })
    const [code] = encoded.ok ? encoded.value.codes : []
    show(null, { reader: reader(linkOfCode(HERE, code?.text ?? '')) })
    await give('Choose a picture', new File([], 'a.png'))
    expect(received).toEqual([{ text: code?.text }])
    for (const [text, words] of [
      ['noCode', 'No QR code was found'],
      ['notAPicture', 'cannot be read as a picture'],
      ['https://example.org', 'not a QR code or link of a plan'],
    ] as const) {
      show(null, { reader: reader(text) })
      await give('Choose a picture', new File([], 'a.png'))
      expect(screen.find('[role="alert"]').textContent).toContain(words)
      expect(received).toEqual([])
    }
  })

  it('by the camera, part after part, until the series is whole; the camera stops then', async () => {
    screen = await aScreen('en')
    const all = codes()
    const seen = [all[1] ?? '', all[1] ?? '', all[0] ?? '']
    const waiting = reader('', seen)
    show(null, { reader: waiting })
    await click('button', 'Read with the camera')
    expect(screen.words()).toContain(`2 of ${all.length} codes are here`)
    await click('button', 'Stop the camera')
    expect(screen.box.querySelector('video')).toBeNull()
    expect(screen.find('[role="alert"]').textContent).toBe('')
    await click('button', 'Start again')
    expect(screen.words()).not.toContain('codes are here')
    seen.splice(0, seen.length, ...all)
    await click('button', 'Read with the camera')
    expect(received).toHaveLength(1)
    expect(screen.box.querySelector('video')).toBeNull()
  })

  it.each([
    ['denied', 'The camera may not be used'],
    ['noCamera', 'No camera was found'],
  ] as const)('says when the camera is %s', async (why, words) => {
    screen = await aScreen('en')
    show(null, { reader: reader(why) })
    await click('button', 'Read with the camera')
    expect(screen.find('[role="alert"]').textContent).toContain(words)
    expect(screen.find('button', 'Read with the camera')).toBeTruthy()
  })

  it('pasted is read as a link or a code', async () => {
    screen = await aScreen('en')
    show(null)
    const field = screen.find('textarea') as HTMLTextAreaElement
    const paste = async (text: string) => {
      act(() => {
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      })
      await click('button', 'Look at it')
    }
    await paste('hello')
    expect(screen.find('[role="alert"]').textContent).toContain('not a QR code or link')
    await paste(codes()[0] ?? '')
    expect(screen.words()).toContain(`1 of ${codes().length} codes are here`)
    await paste(codes()[0] ?? '')
    expect(screen.find('[role="alert"]').textContent).toContain('read already')
    expect(received).toEqual([])
  })
})
