import type { Parts } from './parts.ts'

export const EscapeScreen = ({ parts }: { readonly parts: Parts }) => (
  <p data-code={parts.areas.store.getState().open.code} />
)
