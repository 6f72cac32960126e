import type { Parts } from './parts.ts'

export const ClosuresScreen = ({ parts }: { readonly parts: Parts }) => (
  <p data-code={parts.areas.store.getState().open.code} />
)
