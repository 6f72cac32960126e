import { expect, it } from 'vitest'
import { STEP_CODES } from '#domain/timeline/step-code.ts'
import { TIMELINE_HAZARDS, TRIGGER_IDS, triggerOf, type TimelineHazard } from '#domain/timeline/trigger.ts'
import { aPlan } from '#tests/support/a-plan.ts'
import { parsePlan } from '../parse-plan.ts'
import type { Plan, Timeline } from '../plan.ts'
import { linkOfCode } from './code-link.ts'
import { encodePlan } from './encode-plan.ts'
import { qrMatrix } from './qr-matrix.ts'

/** A page address as long as those of a city are. */
const ADDRESS = 'https://bousai.city.kashima.saga.jp/minna-no-hazard-map/'

/** A timeline of drafted steps over all triggers of its danger, a third of them given to somebody. */
function drafted(hazard: TimelineHazard, count: number): Timeline {
  const triggers = TRIGGER_IDS.filter((id) => triggerOf(id).hazards.some((one) => one === hazard))
  const first = (TIMELINE_HAZARDS.indexOf(hazard) + 1) * 100
  const steps = Array.from({ length: count }, (_, at) => ({
    id: `i${first + at}`,
    trigger: triggers[Math.floor((at * triggers.length) / count)] ?? 'lifted',
    what: { type: 'code' as const, code: STEP_CODES[(at * 7 + count) % STEP_CODES.length] ?? 'notBack' },
    who: at % 3 === 0 ? ['i1'] : at % 5 === 0 ? ['i2', 'i4'] : [],
    done: false,
  }))
  return { hazard, steps }
}

/** A family that told a lot: four timelines, three places to go to, five numbers to call. */
function aWholeFamily(): Plan {
  const place = aPlan().destinations[0] ?? expect.unreachable()
  const contact = aPlan().contacts[0] ?? expect.unreachable()
  const flood = drafted('flood', 22)
  const own = { trigger: 'jma3' as const, who: ['i1'], done: false }
  return aPlan({
    name: '北鹿島の家',
    destinations: [
      { ...place, site: 'E4120700012', name: '鹿島市立北鹿島小学校', hazards: ['flood', 'landslide'] },
      {
        ...place,
        id: 'i50',
        site: 'E4120700031',
        name: '市民交流プラザ',
        phone: '0954-63-0000',
        note: '2階のホール',
      },
      {
        ...place,
        id: 'i11',
        kind: 'relative',
        site: null,
        name: '嬉野のおばさんの家',
        at: [135.0601, 30.1001],
        by: 'car',
        minutes: 35,
        phone: '0954-43-0000',
        note: '前の日の夕方までに行く',
      },
    ],
    contacts: [
      { ...contact, name: 'おばさん（嬉野）', phone: '090-0000-5678' },
      { ...contact, id: 'i51', name: '民生委員の佐藤さん', note: 'ばあばの避難を手伝ってくれる' },
      { ...contact, id: 'i52', name: '北鹿島小学校', phone: '0954-62-0000' },
      { ...contact, id: 'i53', name: '訪問看護ステーション', phone: '0954-69-0000' },
      { ...contact, id: 'i54', name: '父の携帯', phone: '080-0000-3333', caller: 'i4' },
    ],
    hazards: ['flood', 'landslide', 'stormSurge'],
    timelines: [
      {
        ...flood,
        steps: [
          ...flood.steps,
          { ...own, id: 'i60', what: { type: 'own', text: 'ばあばの酸素ボンベを車に積む' } },
          { ...own, id: 'i61', what: { type: 'own', text: '中川の水位をスマホで見る' } },
        ],
      },
      drafted('landslide', 16),
      drafted('stormSurge', 16),
      drafted('tsunami', 12),
    ],
  })
}

it('the essential of a family that told a lot is one link of at most 1,000 bytes, with nothing cut', () => {
  const plan = aWholeFamily()
  expect(parsePlan(plan)).toMatchObject({ ok: true })
  const result = encodePlan(plan, { parts: 'essential', position: 'exact' })
  if (!result.ok) expect.unreachable()
  expect(result.value.leftOut).toEqual(['photos', 'places', 'marks', 'routes', 'kit'])
  const link = linkOfCode(ADDRESS, result.value.codes[0]?.text ?? '')
  expect(link.length).toBeLessThanOrEqual(1_000)
  expect(link.length).toBe(672)
  expect(qrMatrix(link).length).toBe(8 + 101)
})

it('everything of it, but photos, is no more than one code either', () => {
  const result = encodePlan(aWholeFamily(), { parts: 'all', position: 'exact' })
  expect(result.ok && result.value.codes.map(({ text }) => text.length)).toEqual([852])
})
