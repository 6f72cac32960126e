import type { Site } from '#domain/shelters/site.ts'
import { siteWords } from '#features/shelters/index.ts'
import { plain, Said, useWords, wordsIn } from '#i18n/index.ts'
import { Select } from '#ui/Field.tsx'
import type { DrillTools } from '../tools.ts'
import { chooseReception } from './organised.ts'

/** No site has this id. */
const NONE = ''

/** Which site the reception is of. Two records of one name are told apart by their kind. */
export const ChooseSite = ({
  tools,
  drill,
  sites,
  site,
}: {
  readonly tools: DrillTools
  readonly drill: string
  readonly sites: readonly Site[]
  readonly site: string | null
}) => {
  const t = useWords('drills')
  const names = new Map<string, number>()
  for (const { name } of sites) names.set(name.ja, (names.get(name.ja) ?? 0) + 1)
  const textOf = ({ name, kind }: Site): string => {
    const words = plain(wordsIn(t.language, siteWords(name)))
    return names.get(name.ja) === 1 ? words : `${words} (${t.label(`sites:category.${kind}.name`)})`
  }
  const options = sites
    .filter(({ id }) => /^[\x21-\x7e]{1,64}$/.test(id))
    .map((one) => ({ value: one.id, text: textOf(one) }))
    .sort((a, b) => a.text.localeCompare(b.text, t.language))
  return (
    <Select
      label={<Said k="drills:roll.site" />}
      options={[{ value: NONE, text: t.label('roll.choose') }, ...options]}
      value={options.some(({ value }) => value === site) && site !== null ? site : NONE}
      onChange={(id) => {
        if (id !== NONE) void chooseReception(tools, drill, id)
      }}
    />
  )
}
