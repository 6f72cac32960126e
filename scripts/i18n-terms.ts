/** `npm run i18n:terms`: writes the words of warnings of every language from `data/curated/glossary.json`. */
import { writeTerms } from './i18n/make-terms.ts'

writeTerms()
