import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL_LANGUAGES, languageOf } from '#i18n/languages.ts'
import { chooseVoice, voiceStateOf, type VoiceFacts } from './choose-voice.ts'

const local = (...langs: readonly string[]): readonly VoiceFacts[] =>
  langs.map((lang) => ({ lang, localService: true }))
const wanted = (tag: Parameters<typeof languageOf>[0]) => languageOf(tag).voices
const chosen = (voices: readonly VoiceFacts[], tags: readonly string[]) =>
  chooseVoice(voices, tags)?.lang ?? null

describe('chooseVoice', () => {
  it('takes the best tag first, in whatever order the device has them', () => {
    expect(chosen(local('es-ES', 'es-US', 'es-MX'), wanted('es'))).toBe('es-MX')
    expect(chosen(local('pt-PT', 'pt-BR'), wanted('pt-BR'))).toBe('pt-BR')
    expect(chosen(local('pt-PT'), wanted('pt-BR'))).toBe('pt-PT')
  })

  it('takes the default of the device among voices of one tag', () => {
    const voices = [
      { lang: 'ja-JP', localService: true, name: 'one' },
      { lang: 'ja-JP', localService: true, default: true, name: 'two' },
    ]
    expect(chooseVoice(voices, wanted('ja'))?.name).toBe('two')
  })

  it.each([
    ['ja_JP', 'ja'],
    ['jpn-JPN', 'ja'],
    ['JA-jp', 'ja-simple'],
    ['in_ID', 'id'],
    ['tl-PH', 'fil'],
    ['fil_PH', 'fil'],
    ['zh_CN_#Hans', 'zh-Hans'],
    ['cmn-Hans-CN', 'zh-Hans'],
    ['zh_TW_#Hant', 'zh-Hant'],
    ['vie-VNM', 'vi'],
  ] as const)('understands %s as a voice for %s', (lang, tag) => {
    expect(chosen(local('fr-FR', lang), wanted(tag))).toBe(lang)
  })

  it('gives Chinese no voice of another kind while there is its own', () => {
    const all = local('zh-HK', 'yue-CN', 'zh-yue', 'zh-TW', 'zh-CN')
    expect(chosen(all, wanted('zh-Hans'))).toBe('zh-CN')
    expect(chosen(all, wanted('zh-Hant'))).toBe('zh-TW')
    expect(chosen(local('zh-HK', 'zh-TW'), wanted('zh-Hans'))).toBe('zh-TW')
    expect(chosen(local('zh-HK', 'cmn-HK'), wanted('zh-Hans'))).toBe('cmn-HK')
    expect(chosen(local('zh-HK'), wanted('zh-Hans'))).toBe('zh-HK')
  })

  it('never takes a voice that speaks through a server', () => {
    const remote = { lang: 'ja-JP', localService: false, default: true }
    expect(chooseVoice([remote], wanted('ja'))).toBeNull()
    expect(chosen([remote, ...local('ja_JP')], wanted('ja'))).toBe('ja_JP')
    expect(voiceStateOf([remote], wanted('ja'))).toBe('needsNetwork')
    expect(voiceStateOf([remote, ...local('ja')], wanted('ja'))).toBe('ready')
    expect(voiceStateOf([remote], wanted('en'))).toBe('none')
    expect(voiceStateOf([], wanted('en'))).toBe('none')
  })

  it('never takes a voice of another language, and takes nothing that cannot be read', () => {
    expect(chosen(local('', '-', 'i', '???', 'x_y_z'), wanted('my'))).toBeNull()
    const tags = ALL_LANGUAGES.map(({ tag }) => tag)
    fc.assert(
      fc.property(
        fc.constantFrom(...tags),
        fc.array(fc.tuple(fc.constantFrom(...tags), fc.nat(4), fc.boolean()), { maxLength: 8 }),
        (tag, has) => {
          const voices = has.map(([other, index, localService]) => {
            const { voices: all, htmlLang } = languageOf(other)
            return { lang: all[index % all.length] ?? htmlLang, localService, of: htmlLang }
          })
          const one = chooseVoice(voices, wanted(tag))
          const { htmlLang } = languageOf(tag)
          const fits = (of: string) => of.split('-')[0] === htmlLang.split('-')[0]
          expect(one === null).toBe(!voices.some(({ of, localService }) => localService && fits(of)))
          if (one === null) return
          expect(one.localService && fits(one.of)).toBe(true)
          const exact = voices.some(({ of, localService }) => localService && of === htmlLang)
          if (exact) expect(one.of).toBe(htmlLang)
        },
      ),
    )
  })
})
