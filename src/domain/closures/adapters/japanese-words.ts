import type { Closure, ClosureReason, ClosureState } from '../closure.ts'

/**
 * The words of Japanese road offices for what closes a road. The first of each is written, all are read. States: the vocabulary of
 * SIP4D (通行状態), with the spellings that offices use.
 */
const STATES: Readonly<Record<ClosureState, readonly [string, ...string[]]>> = {
  closed: ['全面通行止', '全面通行止め', '通行止', '通行止め', '全面交通止', '車両通行止', '車両通行止め'],
  one_lane: [
    '片側通行規制',
    '片側交互通行',
    '片側通行',
    '片側交互通行規制',
    '交互通行',
    '片側通行止',
    '片側通行止め',
  ],
  restricted: ['その他の規制', '通行規制', '車線規制', '車線減少', '幅員減少', '規制'],
  open: ['解除', '規制解除', '通行可', '通行可能'],
}

const REASONS: Readonly<Record<ClosureReason, readonly [string, ...string[]]>> = {
  flooding: ['冠水', '浸水', '道路冠水', '洪水', '増水', '越水'],
  landslide: [
    '土砂崩れ',
    '土砂崩落',
    '土砂災害',
    '土石流',
    '土砂流出',
    '法面崩壊',
    'のり面崩壊',
    '崖崩れ',
    'がけ崩れ',
    '地すべり',
  ],
  rockfall: ['落石', '岩石崩落'],
  fallen_tree: ['倒木'],
  collapse: ['道路崩壊', '路面陥没', '陥没', '路肩崩壊', '路肩決壊', '道路損壊', '道路決壊'],
  bridge_damage: ['橋の損傷', '落橋', '橋梁損傷', '橋りょう損傷'],
  storm_surge: ['高潮', '高波', '越波'],
  tsunami: ['津波'],
  snow_ice: ['積雪', '凍結', '路面凍結', '雪崩', '雪害', '大雪'],
  pre_emptive_rain: ['事前通行規制', '雨量規制', '異常気象時通行規制', '大雨'],
  accident: ['事故', '交通事故'],
  construction: ['工事', '道路工事', '緊急工事', '作業'],
  event: ['行事', '催し', 'イベント', '祭り', 'マラソン'],
  fire: ['火災', '火事'],
  other: ['その他'],
  unknown: ['不明', ''],
}

const STATUSES: Readonly<Record<'planned' | 'unconfirmed', string>> = {
  planned: '予定',
  unconfirmed: '未確認',
}

/** Compared without spaces, in one form of width. */
const keyOf = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')

const find = <K extends string>(table: Readonly<Record<K, readonly string[]>>, word: string): K | null =>
  (Object.keys(table) as K[]).find((key) => table[key].includes(word)) ?? null

/** `全面通行止`, `全面通行止め（予定）`, `解除`; null = no word that is known. What is lifted is told as open. */
export function readState(text: string): Pick<Closure, 'state' | 'status'> | null {
  const found = /^(.*?)(?:\((予定|未確認)\))?$/.exec(keyOf(text))
  const state = find(STATES, found?.[1] ?? '')
  if (state === null) return null
  if (state === 'open') return found?.[2] === undefined ? { state, status: 'lifted' } : null
  const status = found?.[2] === '予定' ? 'planned' : found?.[2] === '未確認' ? 'unconfirmed' : 'active'
  return { state, status }
}

export function writeState({ state, status }: Pick<Closure, 'state' | 'status'>): string {
  if (state === 'open' || status === 'lifted') return STATES.open[0]
  const [word] = STATES[state]
  return status === 'active' ? word : `${word}(${STATUSES[status]})`
}

/** A word that is known; nothing told is `unknown`; null = another word. */
export const readReason = (text: string): ClosureReason | null => find(REASONS, keyOf(text))

export const writeReason = (reason: ClosureReason): string => REASONS[reason][0]

/**
 * The reason that a sentence tells of, as somebody typed it: the first that is found of those that take the road away, then of
 * the others. `other` where there are words that are not known.
 */
export function guessReason(sentence: string): ClosureReason {
  const text = keyOf(sentence)
  if (text === '') return 'unknown'
  const known = (Object.keys(REASONS) as ClosureReason[]).filter(
    (key) => key !== 'other' && key !== 'unknown',
  )
  return known.find((key) => REASONS[key].some((word) => text.includes(word))) ?? readReason(text) ?? 'other'
}
