import type { RealTag } from './languages.ts'

/**
 * The languages in which every sentence that people act on was read by a speaker, or published by an authority. Written by
 * `npm run i18n:import` from `review/`; in all others the app shows that nobody has checked the translation yet.
 */
export const REVIEWED_TAGS: readonly RealTag[] = ['ja']
