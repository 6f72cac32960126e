import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import { decideStay } from '#domain/stay/decide-stay.ts'
import { describeStay } from '#domain/stay/describe-stay.ts'
import type { Home } from '#domain/stay/home.ts'
import type { Speech } from '../speech/index.ts'

/** Stay or leave, as it is read aloud: for each situation the decision, when to go, why, and what would change it. */
export const sayStay =
  (risk: RiskAnswer, home: Home): Speech =>
  (t) => {
    const { parts, always } = describeStay(decideStay(risk, home), home)
    return [
      t('stay:title'),
      t('stay:part.home', { storeys: home.storeys, floor: home.floor }),
      ...parts.flatMap((part) => [
        t(`stay:part.${part.about}`),
        ...[part.headline, ...part.whenToGo.slice(0, 1), ...part.facts].map(t.phrase),
        ...(part.whatWouldChange.length === 0
          ? []
          : [t('stay:part.change'), ...part.whatWouldChange.map(t.phrase)]),
      ]),
      ...always.map(t.phrase),
    ]
  }
