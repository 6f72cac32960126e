/** What a device tells about one of its voices. `lang` is a tag as the device writes it: `ja-JP`, `ja_JP`, `zh_CN_#Hans`, `jpn-JPN`. */
export type VoiceFacts = {
  readonly lang: string
  /** False = what it says is spoken by a server of its maker. */
  readonly localService: boolean
  readonly default?: boolean
}

/**
 * What a device can do for a language. `ready` it has a voice of its own · `needsNetwork` it has only voices that speak through
 * a server · `none` it has no voice · `unknown` its voices are not known yet.
 */
export type VoiceState = 'ready' | 'needsNetwork' | 'none' | 'unknown'

type Tag = {
  readonly language: string
  readonly script: string | undefined
  readonly region: string | undefined
}

/**
 * The best voice of the device itself for a language; null = it has none. A voice that is not local is never chosen: its maker's
 * server would be sent what is spoken, and so the place that was asked about.
 * @param wanted tags of voices, best first; a voice of the same language in another country comes after them
 */
export function chooseVoice<V extends VoiceFacts>(voices: readonly V[], wanted: readonly string[]): V | null {
  let best: { readonly voice: V; readonly rank: number } | null = null
  for (const voice of voices) {
    const rank = voice.localService ? rankOf(voice, wanted) : null
    if (rank !== null && (best === null || rank < best.rank)) best = { voice, rank }
  }
  return best?.voice ?? null
}

/** What a device with these voices can do for a language. */
export function voiceStateOf(
  voices: readonly VoiceFacts[],
  wanted: readonly string[],
): Exclude<VoiceState, 'unknown'> {
  if (chooseVoice(voices, wanted) !== null) return 'ready'
  return voices.some((voice) => rankOf(voice, wanted) !== null) ? 'needsNetwork' : 'none'
}

/** Lower is better; null = another language. Among voices of one tag the device's own choice comes first. */
function rankOf(voice: VoiceFacts, wanted: readonly string[]): number | null {
  const own = readTag(voice.lang)
  const tags = wanted.map(readTag)
  const found = tags.findIndex((tag) => covers(tag, own))
  const step = voice.default === true ? 0 : 1
  if (found >= 0) return 2 * found + step
  if (tags.some(({ language }) => language === own.language)) return 2 * tags.length + step
  // Who reads Chinese and has no Mandarin voice may still follow a Cantonese one. It is the last resort.
  const isCantonese = own.language === CANTONESE && tags.some(({ language }) => language === CHINESE)
  return isCantonese ? 2 * tags.length + 2 + step : null
}

const covers = (wanted: Tag, own: Tag): boolean =>
  wanted.language === own.language &&
  (wanted.region === undefined || wanted.region === own.region) &&
  (wanted.script === undefined || wanted.script === own.script)

const CHINESE = 'zh'
const CANTONESE = 'yue'

/** Reads a tag of a device or of the registry: underscores, the `#` of Android before a script, old and three-letter codes. */
function readTag(written: string): Tag {
  const [first = '', ...rest] = written.replaceAll('#', '').split(/[-_]+/u)
  const region = rest.find((part) => /^(?:[a-z]{2}|\d{3})$/iu.test(part))?.toUpperCase()
  const script = rest.find((part) => /^[a-z]{4}$/iu.test(part))?.toLowerCase()
  return { language: languageIn(first, rest, region), script, region }
}

/** Devices call Cantonese `yue`, `zh-yue`, or Chinese of Hong Kong or Macau; Mandarin of Hong Kong is `cmn-HK`. */
function languageIn(first: string, rest: readonly string[], region: string | undefined): string {
  const spelled = first.toLowerCase()
  const isOfHongKong = spelled === CHINESE && (region === 'HK' || region === 'MO')
  if (isOfHongKong || rest.some((part) => part.toLowerCase() === CANTONESE)) return CANTONESE
  try {
    // `in` is Indonesian, `tl` Filipino, `cmn` Chinese, `jpn` Japanese.
    return Intl.getCanonicalLocales(spelled)[0] ?? spelled
  } catch {
    return spelled
  }
}
