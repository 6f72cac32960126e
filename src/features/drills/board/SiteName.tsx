import type { Site } from '#domain/shelters/site.ts'
import { siteWords } from '#features/shelters/index.ts'
import { Said, useWords, wordsIn } from '#i18n/index.ts'
import type { DrillTools } from '../tools.ts'

export const siteOf = ({ area }: Pick<DrillTools, 'area'>, id: string): Site | null =>
  area?.sites?.find((one) => one.id === id) ?? null

/** The name of a site, or its id where it is not known here. */
export const SiteName = ({ tools, id }: { readonly tools: DrillTools; readonly id: string }) => {
  const { language } = useWords('drills')
  const site = siteOf(tools, id)
  return site === null ? <bdi>{id}</bdi> : <Said text={wordsIn(language, siteWords(site.name))} />
}
