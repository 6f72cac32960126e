export { createSettings, type SettingsFeature } from './store.ts'
export { themeOf, type Chosen } from './settings.ts'
