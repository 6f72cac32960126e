/** Words that would comfort, in whichever language, in a sentence that does not take them back. No answer has them. */
export const COMFORT =
  /安全です|あんぜんです|安心|危険(は|が)?ありません|\bsafe\b|(?<!not mean (?:that there is )?)no danger|no risk/i
