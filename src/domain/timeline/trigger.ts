/** The dangers that get a timeline of their own. `flood` holds rivers, rain that does not drain, ponds and house-collapse zones. */
export const TIMELINE_HAZARDS = ['flood', 'landslide', 'stormSurge', 'tsunami'] as const
export type TimelineHazard = (typeof TIMELINE_HAZARDS)[number]

/** 警戒レベル. */
export type AlertLevel = 1 | 2 | 3 | 4 | 5

/**
 * What a step waits for. Who says it: `forecast` the weather forecast · `jma` a warning of the Japan Meteorological Agency
 * (the names of 2026-05-28, with the level in them) · `city` an order of the city · `river` the level of a river at its
 * gauge · `own` what a person sees and hears · `quake` shaking and tsunami warnings.
 */
export type TriggerSource = 'forecast' | 'jma' | 'city' | 'river' | 'own' | 'quake'

export type TriggerFacts = {
  readonly says: TriggerSource
  /** The alert level that it is, or stands for; null where there is none. */
  readonly level: AlertLevel | null
  /**
   * Hours before the disaster, a guide only, on the official axis 3日前 → 2日前 → 1日前 → 半日前 → 6/5時間前 → 3時間前 → 発災
   * (マイ・タイムライン検討ツール 逃げキッド, mytimeline.river.or.jp). Where examples differ, the later hour stands here: who
   * reckons with it leaves earlier. null = it comes without lead time.
   */
  readonly hours: number | null
  readonly hazards: readonly TimelineHazard[]
}

const RAIN = ['flood', 'landslide', 'stormSurge'] as const

/**
 * All triggers in the order of the axis: what comes first, first. An id is never renamed, moved or reused: it stands in
 * plans and codes that people keep.
 */
export const TRIGGERS = {
  /** A typhoon or heavy rain is forecast; 早期注意情報 = level 1. */
  forecast3d: { says: 'forecast', level: 1, hours: 72, hazards: RAIN },
  forecast2d: { says: 'forecast', level: 1, hours: 48, hazards: RAIN },
  forecast1d: { says: 'forecast', level: 1, hours: 24, hazards: RAIN },
  /** レベル2 注意報 of the hazard. */
  jma2: { says: 'jma', level: 2, hours: 12, hazards: RAIN },
  /** 氾濫注意水位. */
  river2: { says: 'river', level: 2, hours: 12, hazards: ['flood'] },
  /** レベル3 警報 of the hazard. */
  jma3: { says: 'jma', level: 3, hours: 6, hazards: RAIN },
  /** 避難判断水位. */
  river3: { says: 'river', level: 3, hours: 6, hazards: ['flood'] },
  /** 警戒レベル3 高齢者等避難. */
  city3: { says: 'city', level: 3, hours: 5, hazards: RAIN },
  /** レベル4 危険警報 of the hazard. */
  jma4: { says: 'jma', level: 4, hours: 3, hazards: RAIN },
  /** 氾濫危険水位. */
  river4: { says: 'river', level: 4, hours: 3, hazards: ['flood'] },
  /** 警戒レベル4 避難指示. */
  city4: { says: 'city', level: 4, hours: 3, hazards: RAIN },
  /** Signs that cannot wait for any warning: water on the road, a rumbling slope, waves over the wall. They keep no hour. */
  ownSigns: { says: 'own', level: null, hours: null, hazards: RAIN },
  /** レベル5 特別警報. */
  jma5: { says: 'jma', level: 5, hours: 0, hazards: RAIN },
  /** 警戒レベル5 緊急安全確保, 氾濫発生. */
  city5: { says: 'city', level: 5, hours: 0, hazards: RAIN },
  /** Nothing has happened: what is done on a quiet day. */
  beforehand: { says: 'own', level: null, hours: null, hazards: ['tsunami'] },
  shaking: { says: 'quake', level: null, hours: null, hazards: ['tsunami'] },
  shakingStops: { says: 'quake', level: null, hours: null, hazards: ['tsunami'] },
  /** 津波注意報. */
  tsunamiAdvisory: { says: 'quake', level: null, hours: null, hazards: ['tsunami'] },
  /** 津波警報, 大津波警報. */
  tsunamiWarning: { says: 'quake', level: null, hours: null, hazards: ['tsunami'] },
  /** The warnings and orders were lifted. */
  lifted: { says: 'city', level: null, hours: null, hazards: TIMELINE_HAZARDS },
} as const satisfies Readonly<Record<string, TriggerFacts>>

export type TriggerId = keyof typeof TRIGGERS
export const TRIGGER_IDS = Object.keys(TRIGGERS) as readonly TriggerId[]

/** The facts of a trigger. */
export const triggerOf = (id: TriggerId): TriggerFacts => TRIGGERS[id]

/** Where a trigger stands on the axis: of two, the smaller number comes first. */
export const orderOf = (id: TriggerId): number => TRIGGER_IDS.indexOf(id)

/** The triggers of a danger, in the order of the axis. */
export const triggersOf = (hazard: TimelineHazard): readonly TriggerId[] =>
  TRIGGER_IDS.filter((id) => triggerOf(id).hazards.includes(hazard))
