/** The languages, each with a folder of words. It imports nothing, so that everything can use it. */

export const LANGUAGES = ['en', 'zh'] as const
/** A language of the text for people. */
export type Language = (typeof LANGUAGES)[number]

/** As BCP 47 has them, in markup and in formats that name a language. */
export const TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' }
/** Their own names. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' }

export const isLanguage = (word: string | undefined): word is Language =>
  LANGUAGES.some((language) => language === word)

/** Of a locale (`zh_CN.UTF-8`) or of what a browser asks for (`zh-CN,en;q=0.8`); English for any other. */
export const languageOfLocale = (locale: string): Language =>
  LANGUAGES.find((language) => new RegExp(`^${language}(?![a-z])`, 'i').test(locale)) ?? 'en'

/** Of a sentence, by its letters. */
export const languageOfText = (text: string): Language => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')

/** The other language, which a reader can switch to. */
export const otherThan = (language: Language): Language => (language === 'en' ? 'zh' : 'en')

export const byLanguage = <T>(of: (language: Language) => T): Record<Language, T> => ({
  en: of('en'),
  zh: of('zh'),
})
