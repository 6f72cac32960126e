import { Said, useWords } from '#i18n/index.ts'

/** Whole minutes to spare, never rounded up; too late by the minutes that were lacking; not known. */
export const Margin = ({ margin }: { readonly margin: number | null }) => {
  const t = useWords('drills')
  if (margin === null) return <Said k="drills:home.noMargin" />
  const whole = Math.floor(margin)
  return <Said text={whole < 0 ? t('home.late', { count: -whole }) : t('home.spare', { count: whole })} />
}
