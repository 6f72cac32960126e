/**
 * The designated cities (政令指定都市), and 13100 for the special wards of Tokyo: their wards have codes of their own, just
 * above. Source: 総務省, 全国地方公共団体コード.
 */
const CITIES_OF_WARDS = ['01100', '04100', '11100', '12100', '13100', '14100', '14130', '14150', '15100', '22100', '22130', '23100', '26100', '27100', '27140', '28100', '33100', '34100', '40100', '40130', '43100'] // prettier-ignore

/** The designated city that a ward belongs to; the code itself for any other municipality. */
function cityOf(code: string): string {
  const isWardOrCity = /^\d{2}1[0-9]\d$/.test(code)
  const city = CITIES_OF_WARDS.filter((one) => one.slice(0, 2) === code.slice(0, 2) && one <= code).at(-1)
  return isWardOrCity && city !== undefined ? city : code
}

/**
 * True when the codes (five digits) are of one municipality, a ward and its city included: data of the city as a whole
 * speak of the ward.
 */
export const isSameMunicipality = (a: string, b: string): boolean =>
  a === b || (cityOf(a) === cityOf(b) && (a === cityOf(a) || b === cityOf(b)))
