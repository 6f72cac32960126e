import type { LocalFeature } from '#domain/features/local-feature.ts'

/** An AED in the made-up town of `an-area.ts`. */
export const aFeature = (changes: Partial<LocalFeature> = {}): LocalFeature => ({
  id: 'aed-2',
  kind: 'aed',
  name: { ja: '見本公民館', kana: 'みほんこうみんかん', en: null },
  event: null,
  note: '玄関',
  date: null,
  at: [135.02, 30.02],
  source: 'local-aed',
  ...changes,
})
