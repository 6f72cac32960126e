import { act } from 'react'
import { createStore } from 'zustand/vanilla'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readInvitation } from '#domain/drills/invitation.ts'
import { parseScenario } from '#domain/drills/parse-scenario.ts'
import { SCENARIOS, shippedScenario } from '#domain/drills/scenarios.ts'
import { writeScenario } from '#domain/drills/write-scenario.ts'
import { wordsFor } from '#i18n/index.ts'
import { startStaffWords } from '#i18n/staff-words.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { beginDrill, createDrillDesk, isUnsaved } from './drill-desk.ts'
import { DrillScreen } from './DrillScreen.tsx'
import { CurvePicture } from './drill/CurvePicture.tsx'
import { withPoint } from './drill/DrillWater.tsx'
import type { StaffParts } from './parts.ts'
import { routeOf } from './routes.ts'

let screen: Screen
beforeEach(async () => {
  screen = await aScreen('ja')
  await act(async () => void (await startStaffWords('ja')))
})
afterEach(() => screen.leave())

const NOW = Date.UTC(2026, 8, 1, 1)

function aDesk() {
  const save = vi.fn<(name: string, content: Uint8Array | string) => void>()
  const parts = {
    drill: createDrillDesk(),
    routes: { store: createStore(() => ({ screen: 'drill', what: '' })) },
    services: { save, clock: { now: () => NOW }, tilesOf: vi.fn() },
  } as unknown as StaffParts
  const open = {
    status: 'open',
    code: '99201',
    pack: {
      code: '99201',
      complete: true,
      manifest: {
        area: { name: { ja: '見本市', en: 'Mihon City' } },
        series: [],
        bounds: [135, 30, 135.1, 30.1],
      },
    },
    area: {
      places: [{ name: '川端', kana: null, romaji: null, kind: 'neighbourhood', at: [135.0005, 30.0001] }],
      sites: [{ id: 'E1', name: { ja: '川端小学校', kana: null, en: null }, at: [135.001, 30.001] }],
      features: [],
      outline: null,
    },
  } as never
  const show = async () => {
    screen.show(<DrillScreen parts={parts} open={open} />)
    await settle()
  }
  return { parts, save, show }
}

const settle = () => act(async () => void (await new Promise((done) => setTimeout(done))))
const press = async (words: string, selector = 'button') => {
  await act(async () => screen.find(selector, words).click())
  await settle()
}

/** Types into the field under a name, and leaves it. */
async function type(label: string, text: string, nth = 0) {
  const labels = [...screen.box.querySelectorAll('label')].filter((one) => one.textContent?.includes(label))
  const found = labels[nth]?.htmlFor ?? ''
  const field = document.getElementById(found) as HTMLInputElement | HTMLSelectElement | null
  if (field === null) throw new Error(`no field ${label}`)
  const proto = field instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype
  await act(async () => {
    field.focus()
    Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  })
  await act(async () => field.blur())
  await settle()
  return document.getElementById(found)
}

async function giveFile(content: string) {
  const input = screen.find('input[type=file]') as HTMLInputElement
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([content], 'drill.json')] })
  await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })))
  await settle()
  await settle()
}

it('invites to a shipped drill with six signs, a link and a picture that open just it', async () => {
  const { show } = aDesk()
  await show()
  expect([...screen.box.querySelectorAll('li b')].map((one) => one.textContent)).toHaveLength(
    SCENARIOS.length,
  )
  await press('5分でできる洪水の訓練')
  const link = (screen.find('input[readonly]') as HTMLInputElement).value
  expect(readInvitation(link)).toEqual({
    ok: true,
    value: { area: '99201', scenario: 'stand', begins: null, group: null },
  })
  expect(screen.words()).toMatch(/参加の6文字： ?([0-9A-Z] ){5}[0-9A-Z]/)
  expect(screen.find('svg[role=img]', 'この訓練を開くQRコード')).toBeTruthy()
})

it('says why there are no six signs: with a time or a group, and for a drill of their own', async () => {
  const { parts, show } = aDesk()
  await show()
  await press('5分でできる洪水の訓練')
  await type('グループの名前', ' 三年二組 ')
  expect(screen.words()).toContain('始まりの日時かグループの名前があるときは')
  const link = () => (screen.find('input[readonly]') as HTMLInputElement).value
  expect(readInvitation(link())).toMatchObject({ value: { scenario: 'stand', group: '三年二組' } })
  await type('グループの名前', '')
  await press('日時を選ぶ', 'label')
  expect(readInvitation(link())).toMatchObject({ value: { begins: NOW } })
  await press('いつでも', 'label')
  expect(screen.words()).toContain('参加の6文字')
  await type('出来事の長さ', '61')
  expect(screen.words()).toContain('用意された訓練をそのまま使うときだけ')
  const read = readInvitation(link())
  expect(read).toMatchObject({ value: { scenario: { minutes: 61 } } })
  expect(parts.drill.getState().draft?.minutes).toBe(61)
})

it('says what is wrong at its field and at the end, leads there, and invites to nothing meanwhile', async () => {
  const { show } = aDesk()
  await show()
  await press('5分でできる洪水の訓練')
  const field = await type('速さ', '１００００')
  expect(field?.getAttribute('aria-invalid')).toBe('true')
  const described = (field?.getAttribute('aria-describedby') ?? '').split(' ')
  expect(described.map((id) => document.getElementById(id)?.textContent).join('')).toContain(
    '1から600までの整数',
  )
  expect(screen.find('[role=alert]', '先に直すところがあります').textContent).toContain('1から600までの整数')
  expect(screen.box.querySelector('input[readonly]')).toBeNull()
  await press('直すところへ')
  expect(document.activeElement).toBe(field)
  await type('速さ', '２０')
  expect(screen.box.querySelector('[aria-invalid=true]')).toBeNull()
  expect(screen.words()).not.toContain('先に直すところ')
})

it('puts the sentence at the row that is late or out of order, and sorts on demand', async () => {
  const { parts, show } = aDesk()
  await show()
  await press('5分でできる洪水の訓練')
  const late = await type('何分後', '70', 3)
  expect(late?.closest('li')?.textContent).toContain('訓練の終わりより後です')
  await type('何分後', '5', 3)
  expect(screen.find('li[aria-label="4番目の知らせ"]').textContent).toContain('前の行より後の時刻')
  await press('時刻の順に並べる')
  expect(parts.drill.getState().draft?.signals.map(({ minute }) => minute)).toEqual([0, 4, 5, 10])
  expect(screen.box.querySelector('[aria-invalid=true]')).toBeNull()
  await press('高潮', 'label')
  expect(screen.words()).not.toContain('この災害では出ない知らせです')
  await press('地震・津波', 'label')
  expect(screen.find('li[aria-label="1番目の知らせ"]').textContent).toContain('この災害では出ない知らせです')
})

it('makes a drill from nothing: signals, a curve, an inject at a place by its name', async () => {
  const { parts, save, show } = aDesk()
  await show()
  await press('何もない訓練')
  await press('知らせを加える')
  await press('想定の曲線', 'label')
  await press('点を加える')
  await press('出来事を加える')
  await type('場所', '川端')
  expect(screen.words()).toContain('川端の近く（30.00010, 135.00050）')
  await type('何m以内', '50')
  await type('題（日本語）', ' 川端の訓練 ')
  await press('ファイルに保存')
  const [name, text] = save.mock.lastCall ?? ['', '']
  expect(name).toMatch(/^drill-own-[0-9a-f]{8}\.json$/)
  const read = parseScenario(JSON.parse(String(text)))
  expect(read).toMatchObject({
    ok: true,
    value: {
      area: '99201',
      title: { ja: '川端の訓練' },
      signals: [{ minute: 0, trigger: 'forecast3d' }],
      water: { kind: 'rise', hazards: ['flood'], curve: [{ minute: 30 }, { minute: 45 }, { minute: 60 }] },
      injects: [{ kind: 'roadShut', at: [135.0005, 30.0001], when: { withinMetres: 50 } }],
    },
  })
  expect(isUnsaved(parts.drill.getState())).toBe(false)
  expect(screen.words()).toContain('保存しました')
})

it('refuses a file whole, with one sentence, and leaves what is on the desk', async () => {
  const { parts, show } = aDesk()
  await show()
  await press('5分でできる洪水の訓練')
  const before = parts.drill.getState().draft
  const stand = shippedScenario('stand')
  const told = () => screen.find('[role=alert]', '').textContent
  await giveFile('<html>')
  expect(told()).toBe('訓練のファイルではありません。')
  await giveFile(JSON.stringify({ ...stand, v: 2 }))
  expect(told()).toContain('新しいアプリで作った訓練です')
  await giveFile(JSON.stringify({ ...stand, speed: 0 }))
  expect(told()).toBe('このファイルには読めない所があるので、全部を受け取りません（場所：speed）。')
  await giveFile(JSON.stringify({ ...stand, area: '41207' }))
  expect(told()).toContain('別の市町村の訓練です')
  expect(parts.drill.getState().draft).toBe(before)
  await giveFile(writeScenario({ ...stand!, id: 'ours', minutes: 75 }))
  expect(told()).toBe('')
  expect(parts.drill.getState().draft).toMatchObject({ id: 'ours', minutes: 75 })
})

it('asks before it drops what was not saved', async () => {
  const { parts, show } = aDesk()
  await show()
  await press('5分でできる洪水の訓練')
  await type('出来事の長さ', '61')
  expect(isUnsaved(parts.drill.getState())).toBe(true)
  await press('地震と津波')
  expect(screen.words()).toContain('まだ保存していない変更があります')
  await press('今の訓練を続ける')
  expect(parts.drill.getState().draft?.minutes).toBe(61)
  await press('地震と津波')
  await press('変更を捨てて始める')
  expect(parts.drill.getState().draft?.id).toBe('tsunami')
  expect(isUnsaved(parts.drill.getState())).toBe(false)
})

it('says what is told when in another language, with its own direction', async () => {
  await wordsFor('ja')
  const { show } = aDesk()
  await show()
  await press('5分でできる洪水の訓練')
  const rows = () => [...screen.box.querySelectorAll('tbody tr')].map((row) => row.textContent)
  expect(rows().slice(0, 4)).toEqual([
    '0レベル3大雨警報、レベル3氾濫警報全員',
    '4警戒レベル3 高齢者等避難全員',
    '10警戒レベル4 避難指示全員',
    '12この先の道が通れません。歩いている人の約100%',
  ])
  await wordsFor('ar')
  await type('言語', 'ar', 1)
  await settle()
  await settle()
  expect(screen.find('tbody td[lang]').dir).toBe('rtl')
})

it('says what to do when a drill is too long for a link', async () => {
  const { parts, show } = aDesk()
  const stand = shippedScenario('stand')!
  const titles = ['ja', 'en', 'vi', 'ne', 'my', 'ko', 'th', 'km', 'id'].map((tag) => [tag, '長'.repeat(60)])
  beginDrill(parts.drill, { ...stand, title: Object.fromEntries(titles) as Record<string, string> }, '99201')
  await show()
  expect(screen.words()).toContain('訓練が長すぎて、QRコードとリンクに入りません')
  expect(screen.box.querySelector('input[readonly]')).toBeNull()
  expect(screen.words()).not.toContain('ポスターを作る')
  expect(screen.words()).toContain('ファイルに保存')
})

it('makes no drill of one municipality into one of another', async () => {
  const { parts, show } = aDesk()
  beginDrill(parts.drill, { ...shippedScenario('stand')!, id: 'ours', area: '41207' }, '41207')
  await show()
  expect(screen.words()).toContain('別の市町村の訓練です')
  expect(screen.words()).not.toContain('2. どんな訓練か')
})

it('shows the poster of the drill on the desk', async () => {
  await Promise.all([wordsFor('ja'), wordsFor('ja-simple'), wordsFor('en')])
  const { show } = aDesk()
  await show()
  await press('5分でできる洪水の訓練')
  await press('ポスターを作る')
  await settle()
  await settle()
  expect(document.activeElement?.textContent).toContain('訓練に戻る')
  expect([...screen.box.querySelectorAll('[data-poster] h1 > span')].map((one) => one.textContent)).toContain(
    '避難訓練',
  )
  await press('訓練に戻る')
  expect(screen.words()).toContain('7. 保存と案内')
})

it('draws no point that is none', () => {
  const curve = [
    { minute: 10, share: 0 },
    { minute: Number.NaN, share: 0.5 },
    { minute: 30, share: 1 },
    { minute: 99, share: 1 },
  ]
  screen.show(<CurvePicture curve={curve} minutes={60} />)
  expect(screen.box.querySelectorAll('circle')).toHaveLength(2)
  expect(screen.find('polyline').getAttribute('points')).toBe('30,100 70,100 70,100 150,10 270,10')
  screen.show(<CurvePicture curve={curve} minutes={Number.NaN} />)
  expect(screen.box.querySelector('svg')).toBeNull()
})

it('puts a new point where there is room', () => {
  const point = (minute: number, share = 0) => ({ minute, share })
  expect(withPoint([], 60)).toEqual([point(0)])
  expect(withPoint([point(5, 0.2)], 60)).toEqual([point(5, 0.2), point(15, 0.2)])
  expect(withPoint([point(55, 0.2)], 60)).toEqual([point(55, 0.2), point(60, 0.2)])
  expect(withPoint([point(0), point(10, 0.5), point(60, 1)], 60)?.[2]).toEqual(point(35, 0.5))
  expect(withPoint([point(60)], 60)).toBeNull()
  expect(withPoint([point(59), point(60)], 60)).toBeNull()
})

it('has an address of its own', () => {
  expect(routeOf('#/drill')).toEqual({ screen: 'drill', what: '' })
})
