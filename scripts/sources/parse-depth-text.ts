import type { DepthBounds } from '#domain/hazards/depth-band.ts'

/** A depth class in words, understood or not; there is no guess between the two. */
export type DepthText = { readonly ok: true; readonly value: DepthBounds } | { readonly ok: false }

const UNIT = '(?:m|メートル|cm|センチメートル)'
const NUMBER = String.raw`\d{1,4}(?:\.\d{1,4})?`
/** After NFKC the full-width tilde is `~`; the wave dash and the dashes stay what they are. */
const TO = '[~〜\\-‐‑–—―−]'
const BELOW = '(?:未満|以下)'

/** `0.3m以上0.5m未満`, `0.01m以上~0.3m未満`, `1.0~2.0m`, `1m~2m未満`. The first unit may be left to the second. */
const BETWEEN = new RegExp(`^(${NUMBER})(${UNIT})?(?:以上${TO}?|${TO})(${NUMBER})(${UNIT})${BELOW}?$`)
/** `0.3m未満`: from nothing on. */
const UNDER = new RegExp(`^(${NUMBER})(${UNIT})${BELOW}$`)
/** `20m以上`: no upper bound. */
const OVER = new RegExp(`^(${NUMBER})(${UNIT})以上$`)

/** What a manifest of a pack can hold. */
const MAX_METRES = 1000

/**
 * Reads a class of depth as the prefectures write it (A40_003, A49_003, A51_005: free text) into metres. A number without a
 * unit is not understood: it may be metres or centimetres. Nor is anything else that is not one of the known forms.
 */
export function parseDepthText(text: string): DepthText {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
  const between = BETWEEN.exec(plain)
  if (between !== null) {
    const [, low, lowUnit, high, highUnit] = between as unknown as [string, string, string?, string?, string?]
    return bounds(metres(low, lowUnit ?? highUnit), metres(high, highUnit))
  }
  const under = UNDER.exec(plain)
  if (under !== null) return bounds(0, metres(under[1], under[2]))
  const over = OVER.exec(plain)
  return over === null ? { ok: false } : bounds(metres(over[1], over[2]), null)
}

const metres = (number: string | undefined, unit: string | undefined): number =>
  unit === 'cm' || unit === 'センチメートル' ? Number((Number(number) / 100).toFixed(6)) : Number(number)

function bounds(min: number, max: number | null): DepthText {
  const isRead = min < (max ?? Infinity) && min <= MAX_METRES && (max ?? 0) <= MAX_METRES
  return isRead ? { ok: true, value: { min, max } } : { ok: false }
}
