import { languageOf, type LanguageTag } from './languages.ts'

/** All times of the app are Japan's, wherever the phone believes it is. */
const ZONE = 'Asia/Tokyo'

/**
 * The tag to format numbers and units with. Browsers leave out languages to be smaller (Chromium: Khmer, Burmese and Sinhala on
 * some systems) and would fall back to the device's own language without a word; then it is English: digits and "km".
 */
export const intlOf = (tag: LanguageTag): string => {
  const { intl } = languageOf(tag)
  return isKnown(intl) ? intl : 'en-u-ca-gregory-nu-latn'
}

/** True when this browser knows how dates and numbers are written in a language. */
const isKnown = (intl: string): boolean => Intl.DateTimeFormat.supportedLocalesOf(intl).length > 0

/** Readings of the days of a month that are not "number + にち". */
const DAY_READINGS: Readonly<Record<number, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
}
const MONTH_READINGS: Readonly<Record<number, string>> = { 4: 'しがつ', 7: 'しちがつ', 9: 'くがつ' }
const HOUR_READINGS: Readonly<Record<number, string>> = { 0: 'れいじ', 4: 'よじ', 7: 'しちじ', 9: 'くじ' }

/** Minutes that end in these digits are read ぷん, the others ふん. */
const PUN_ENDINGS: ReadonlySet<number> = new Set([0, 1, 3, 4, 6, 8])

/**
 * A distance on the ground. Below 1 km rounded to 10 m (a straight line is not known better), never to 0; above, one
 * decimal. Digits are 0–9 in every language.
 * @param metres not negative
 */
export function formatMetres(tag: LanguageTag, metres: number): string {
  const tens = Math.max(10, Math.round(metres / 10) * 10)
  const inMetres = tens < 1000
  return new Intl.NumberFormat(intlOf(tag), {
    style: 'unit',
    unit: inMetres ? 'meter' : 'kilometer',
    unitDisplay: tag === 'ja-simple' ? 'long' : 'short',
    minimumFractionDigits: inMetres ? 0 : 1,
    maximumFractionDigits: inMetres ? 0 : 1,
  }).format(inMetres ? tens : metres / 1000)
}

/**
 * A date of the Gregorian calendar as marked-up text: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as it is known. A full
 * ISO time is shown as its day in Japan. Anything else is given back as it is: a date is never guessed.
 */
export function formatDate(tag: LanguageTag, iso: string): string {
  const day = /^\d{4}-\d{2}-\d{2}T/u.test(iso) ? dayInJapan(Date.parse(iso)) : iso
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(day)
  if (found === null) return iso
  const [year, month, date] = [found[1], found[2], found[3]].map((part) =>
    part === undefined ? null : Number(part),
  )
  if (tag === 'ja-simple') return simpleDate(year ?? 0, month ?? null, date ?? null)
  // Year, month and day as digits, largest first: read right by everybody, where no name of a month can be had.
  if (!isKnown(languageOf(tag).intl)) return day
  return new Intl.DateTimeFormat(intlOf(tag), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month ? { month: 'long' } : {}),
    ...(date ? { day: 'numeric' } : {}),
  }).format(Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1))
}

function simpleDate(year: number, month: number | null, date: number | null): string {
  const months = month === null ? '' : reading(month, '月', MONTH_READINGS[month], 'がつ')
  const days = date === null ? '' : reading(date, '日', DAY_READINGS[date], 'にち')
  return [`${year}{年|ねん}`, months, days].filter((part) => part !== '').join(' ')
}

const reading = (n: number, unit: string, whole: string | undefined, plainUnit: string): string =>
  whole === undefined ? `${n}{${unit}|${plainUnit}}` : `{${n}${unit}|${whole}}`

const dayInJapan = (time: number): string =>
  new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(time)

/**
 * Day and time in Japan as marked-up text.
 * @param time milliseconds since 1970 (UTC)
 */
export function formatTime(tag: LanguageTag, time: number): string {
  if (tag === 'ja-simple') return simpleTime(time)
  if (!isKnown(languageOf(tag).intl)) return `${dayInJapan(time)} ${formatClock(tag, time)}`
  return new Intl.DateTimeFormat(intlOf(tag), {
    timeZone: ZONE,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    // As `formatClock`: a time that stands with its day and one that stands without it are read alike.
    hourCycle: 'h23',
  }).format(time)
}

/**
 * The time of day in Japan as marked-up text: 21:10, 21時10分 (21時 on the hour), in easy Japanese 午後 9時 10分.
 * @param time milliseconds since 1970 (UTC)
 */
export function formatClock(tag: LanguageTag, time: number): string {
  if (tag === 'ja-simple') return simpleClock(time)
  const { hour, minute } = clockIn(time)
  if (tag === 'ja') return minute === 0 ? `${hour}時` : `${hour}時${String(minute).padStart(2, '0')}分`
  return `${hour}:${String(minute).padStart(2, '0')}`
}

function clockIn(time: number): { readonly hour: number; readonly minute: number } {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: ZONE,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(time)
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value)
  return { hour: part('hour'), minute: part('minute') }
}

/** やさしい日本語: 西暦, 午前/午後, no 13–24 o'clock, every character with its reading. */
const simpleTime = (time: number): string =>
  `${formatDate('ja-simple', dayInJapan(time))} ${simpleClock(time)}`

function simpleClock(time: number): string {
  const { hour, minute } = clockIn(time)
  const half = hour < 12 ? '{午前|ごぜん}' : '{午後|ごご}'
  const minutes = minute === 0 ? '' : ` ${minute}{分|${PUN_ENDINGS.has(minute % 10) ? 'ぷん' : 'ふん'}}`
  return `${half} ${reading(hour % 12, '時', HOUR_READINGS[hour % 12], 'じ')}${minutes}`
}

/** A size in megabytes (1 MB = 1,000,000 bytes) with one decimal, in kilobytes below 0.1 MB. */
export function formatBytes(tag: LanguageTag, bytes: number): string {
  const small = bytes < 100_000
  return new Intl.NumberFormat(intlOf(tag), {
    style: 'unit',
    unit: small ? 'kilobyte' : 'megabyte',
    unitDisplay: 'short',
    maximumFractionDigits: small ? 0 : 1,
  }).format(bytes / (small ? 1000 : 1_000_000))
}

/** A plain number with the grouping of the language and the digits 0–9. */
export const formatNumber = (tag: LanguageTag, value: number): string =>
  new Intl.NumberFormat(intlOf(tag)).format(value)
