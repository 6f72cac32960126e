import type { About } from '../risk/describe-answer.ts'

/** The id under which the answers name their source. */
export const OFFICIAL_SOURCE = 'hazard-portal'

export const PORTAL_URL = 'https://disaportal.gsi.go.jp/'

/** The lines that the terms of use prescribe, verbatim: https://disaportal.gsi.go.jp/hazardmapportal/hazardmap/copyright/copyright.html */
export const OFFICIAL_CREDIT = '出典：ハザードマップポータルサイト'
export const OFFICIAL_NOTICE =
  '最新かつ詳細な情報については各市町村が作成するハザードマップをご確認ください。'

/** Whose facts an online answer tells; the pictures carry no date. */
export const ABOUT_OFFICIAL: About = {
  area: { name: { ja: 'ハザードマップポータルサイト' } },
  coverage: [],
  sources: [
    {
      id: OFFICIAL_SOURCE,
      title: { ja: '重ねるハザードマップ', en: 'Hazard Map Portal Site' },
      publisher: { ja: '国土交通省', en: 'Ministry of Land, Infrastructure, Transport and Tourism' },
      credit: `ハザードマップポータルサイト（${PORTAL_URL}）を加工して作成`,
      licence: {
        name: '公共データ利用規約（PDL1.0）',
        url: 'https://disaportal.gsi.go.jp/hazardmapportal/hazardmap/copyright/copyright.html',
      },
      edition: null,
      asOf: null,
      urls: [PORTAL_URL],
    },
  ],
}
