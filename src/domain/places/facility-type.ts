/** What a building is, by the word with which its Japanese name ends. The words for each are in the namespace `facility`. */
export const FACILITY_TYPES = [
  'elementarySchool',
  'juniorHighSchool',
  'highSchool',
  'school',
  'university',
  'nursery',
  'communityCentre',
  'hall',
  'gymnasium',
  'sportsGround',
  'park',
  'cityHall',
  'branchOffice',
  'library',
  'hospital',
  'welfare',
  'temple',
  'shrine',
  'station',
  'fireStation',
  'police',
  'postOffice',
  'centre',
  'parking',
  'bridge',
  'river',
  'hotel',
] as const
export type FacilityType = (typeof FACILITY_TYPES)[number]

type Ending = readonly [word: string, reading: string, type: FacilityType]

/**
 * Endings of names and how they are read; '' = a part of the name itself (祐徳寺 is one word). The names of districts can end like these
 * (浄土寺, 中川), so only names of buildings and other landmarks are to be asked about.
 */
const ENDINGS: readonly Ending[] = [
  ['小学校', 'しょうがっこう', 'elementarySchool'],
  ['分校', 'ぶんこう', 'school'],
  ['中学校', 'ちゅうがっこう', 'juniorHighSchool'],
  ['高等学校', 'こうとうがっこう', 'highSchool'],
  ['高校', 'こうこう', 'highSchool'],
  ['学校', 'がっこう', 'school'],
  ['学園', 'がくえん', 'school'],
  ['学舎', 'がくしゃ', 'school'],
  ['校舎', 'こうしゃ', 'school'],
  ['大学', 'だいがく', 'university'],
  ['短期大学', 'たんきだいがく', 'university'],
  ['保育園', 'ほいくえん', 'nursery'],
  ['保育所', 'ほいくしょ', 'nursery'],
  ['幼稚園', 'ようちえん', 'nursery'],
  ['こども園', 'こどもえん', 'nursery'],
  ['公民館', 'こうみんかん', 'communityCentre'],
  ['公民分館', 'こうみんぶんかん', 'communityCentre'],
  ['集会所', 'しゅうかいじょ', 'communityCentre'],
  ['コミュニティセンター', 'こみゅにてぃせんたー', 'communityCentre'],
  ['市民センター', 'しみんせんたー', 'communityCentre'],
  ['住民センター', 'じゅうみんせんたー', 'communityCentre'],
  ['会館', 'かいかん', 'hall'],
  ['ホール', 'ほーる', 'hall'],
  ['体育館', 'たいいくかん', 'gymnasium'],
  ['武道館', 'ぶどうかん', 'gymnasium'],
  ['体育センター', 'たいいくせんたー', 'gymnasium'],
  ['グラウンド', 'ぐらうんど', 'sportsGround'],
  ['グランド', 'ぐらんど', 'sportsGround'],
  ['運動場', 'うんどうじょう', 'sportsGround'],
  ['運動広場', 'うんどうひろば', 'sportsGround'],
  ['スポーツ広場', 'すぽーつひろば', 'sportsGround'],
  ['校庭', 'こうてい', 'sportsGround'],
  ['球場', 'きゅうじょう', 'sportsGround'],
  ['公園', 'こうえん', 'park'],
  ['市役所', 'しやくしょ', 'cityHall'],
  ['町役場', 'まちやくば', 'cityHall'],
  ['出張所', 'しゅっちょうじょ', 'branchOffice'],
  ['図書館', 'としょかん', 'library'],
  ['病院', 'びょういん', 'hospital'],
  ['医院', 'いいん', 'hospital'],
  ['診療所', 'しんりょうじょ', 'hospital'],
  ['福祉センター', 'ふくしせんたー', 'welfare'],
  ['福祉会館', 'ふくしかいかん', 'welfare'],
  ['デイサービスセンター', 'でいさーびすせんたー', 'welfare'],
  ['寺', '', 'temple'],
  ['神社', 'じんじゃ', 'shrine'],
  ['駅', 'えき', 'station'],
  ['消防署', 'しょうぼうしょ', 'fireStation'],
  ['警察署', 'けいさつしょ', 'police'],
  ['交番', 'こうばん', 'police'],
  ['駐在所', 'ちゅうざいしょ', 'police'],
  ['郵便局', 'ゆうびんきょく', 'postOffice'],
  ['橋', '', 'bridge'],
  ['川', '', 'river'],
  ['支所', 'ししょ', 'branchOffice'],
  ['小・中学校', 'しょうちゅうがっこう', 'school'],
  ['小中学校', 'しょうちゅうがっこう', 'school'],
  ['センター', 'せんたー', 'centre'],
  ['駐車場', 'ちゅうしゃじょう', 'parking'],
  ['ホテル', 'ほてる', 'hotel'],
  ['旅館', 'りょかん', 'hotel'],
]

/** The kinds that are told by the beginning of the name (`グループホーム…`): homes and day care. */
const BEGINNINGS: readonly (readonly [word: RegExp, type: FacilityType])[] = [
  [
    /^(特別養護|養護|軽費|有料|介護付)?(老人ホーム|有料老人ホーム)|^(グループホーム|デイサービス|介護老人保健施設|障害者支援施設|ケアホーム|ショートステイ)/u,
    'welfare',
  ],
]

/** What it was, and the branches of a co-operative, which are none of the city's. */
const NOT_THIS = /^旧|^JA.*支所$/u

/** Letters and brackets as one spelling; what stands in brackets at the end is a part of the place, not its kind. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\([^()]*\)\s*$/u, '')
    .trim()

/** The kind of building with the Japanese word for it and its reading; null when the name does not tell. The longest ending counts. */
export function facilityOf(name: string): { readonly type: FacilityType; readonly reading: string } | null {
  const plain = plainName(name)
  const found = ENDINGS.filter(([word]) => plain.endsWith(word)).sort((a, b) => b[0].length - a[0].length)[0]
  return found === undefined ? null : { type: found[2], reading: found[1] }
}

/**
 * What a place is, from its Japanese name: `鹿島小学校` is an elementary school, `鹿島小学校 体育館` a gymnasium. The name itself is never
 * translated.
 * @returns null when the name does not tell
 */
export function facilityTypeOf(name: string): FacilityType | null {
  const plain = plainName(name)
  if (NOT_THIS.test(plain)) return null
  const begins = BEGINNINGS.find(([word]) => word.test(plain))
  return begins?.[1] ?? facilityOf(name)?.type ?? null
}
