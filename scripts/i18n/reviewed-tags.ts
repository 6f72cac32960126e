import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ALL_LANGUAGES, type RealTag } from '#i18n/languages.ts'
import { checkTexts } from './check-language.ts'
import { createNotes } from './notes.ts'
import { readCompared, readLanguage } from './rows.ts'
import { reviewedTags, reviewedTagsModule, statusOf, type LanguageStatus } from './status.ts'

/** The state of every language of the registry, in its order; its texts are held to the rules only where that is asked for. */
export function readStatuses(folder: string, withFaults: boolean): readonly LanguageStatus[] {
  const noteOf = createNotes(join(folder, 'meta'))
  const compared = readCompared(folder)
  return ALL_LANGUAGES.map(({ tag }) => {
    const now = readLanguage(folder, tag as RealTag, compared)
    const found = withFaults ? checkTexts(now.tag, now.texts, { ja: now.ja, en: now.en, noteOf }) : []
    return statusOf(now, new Set(found.filter(({ weight }) => weight === 'fault').map(({ key }) => key)))
  })
}

/** Writes the list of reviewed languages that the app imports, when it has changed. */
export function writeReviewedTags(folder: string): void {
  const path = join(folder, 'reviewed-tags.ts')
  const text = reviewedTagsModule(reviewedTags(readStatuses(folder, false)))
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}
