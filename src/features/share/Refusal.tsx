import { Said } from '#i18n/index.ts'
import type { ReceivedRefusal } from './received-content.ts'

/** Why nothing of it is taken: one sentence, with the name of the file and what was expected. */
export const Refusal = ({ refusal }: { readonly refusal: ReceivedRefusal }) => {
  switch (refusal.type) {
    case 'code':
      return <Said k={`share:refused.code.${refusal.why}`} />
    case 'scan':
      return <Said k={`share:scan.${refusal.why}`} />
    case 'file':
      return (
        <>
          <b>
            <bdi translate="no">{refusal.file}</bdi>
          </b>{' '}
          <Said k={`share:refused.file.${refusal.why}`} params={{ detail: refusal.detail }} />{' '}
          <Said k={`share:refused.expected.${refusal.expected}`} />
        </>
      )
  }
}
