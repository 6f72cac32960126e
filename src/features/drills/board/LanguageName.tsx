import { isLanguageTag, languageOf, Said } from '#i18n/index.ts'

/** Nobody asked for it: BCP 47 has a tag for that. */
export const UNKNOWN_LANGUAGE = 'und'

/** A language by its own name; one that this app does not speak by its tag. */
export const LanguageName = ({ tag }: { readonly tag: string }) => {
  if (tag === UNKNOWN_LANGUAGE) return <Said k="drills:handIn.unknown" />
  if (!isLanguageTag(tag)) return <bdi translate="no">{tag}</bdi>
  const { htmlLang, endonym } = languageOf(tag)
  return (
    <bdi translate="no" lang={htmlLang}>
      <Said text={endonym} />
    </bdi>
  )
}
