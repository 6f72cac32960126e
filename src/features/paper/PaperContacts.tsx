import type { Contact, Plan } from '#domain/plan/plan.ts'
import { Said } from '#i18n/index.ts'
import { Beside, CellsBeside, InTurn, PaperPart } from './Beside.tsx'
import { Own, Who } from './Names.tsx'
import styles from './Paper.module.css'

/**
 * Numbers that everybody in Japan can call: fire and ambulance 119, police 110, the message service of a disaster 171
 * (NTT: dial 171, then 1 to record or 2 to listen, then the number of the home, area code first).
 */
const PUBLIC_NUMBERS = ['119', '110', '171'] as const

/** Rows to be filled in by hand, where names are not wanted or nobody was entered. */
const EMPTY_ROWS = [1, 2, 3] as const

const PublicNumbers = () => (
  <table className={styles.table}>
    <tbody>
      {PUBLIC_NUMBERS.map((number) => (
        <tr key={number}>
          <th scope="row" className={styles.phone}>
            {number}
          </th>
          <CellsBeside>
            <Said k={`paper:contacts.n${number}`} />
          </CellsBeside>
        </tr>
      ))}
    </tbody>
  </table>
)

const COLUMNS = ['name', 'phone', 'caller'] as const

const OwnContact = ({ contact, plan }: { readonly contact: Contact; readonly plan: Plan }) => (
  <tr>
    <th scope="row">
      <Own text={contact.name} />
      {contact.note === '' ? null : (
        <span className={styles.note}>
          {' '}
          <Own text={contact.note} />
        </span>
      )}
    </th>
    <td className={styles.phone}>
      <bdi>{contact.phone}</bdi>
    </td>
    <td>{contact.caller === null ? null : <Who ids={[contact.caller]} plan={plan} />}</td>
  </tr>
)

/** Cells to be written in by hand. */
const EmptyRow = () => (
  <tr className={styles.toFill}>
    {COLUMNS.map((column) => (
      <td key={column}>{'\u00a0'}</td>
    ))}
  </tr>
)

/** Whom to call. On a paper without names one's own people are left to be written in by hand. */
export const PaperContacts = ({ plan }: { readonly plan: Plan }) => (
  <PaperPart name="contacts" title="paper:contacts.title">
    <PublicNumbers />
    <table className={styles.table}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              <InTurn>
                <Said k={`paper:contacts.${column}`} />
              </InTurn>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.contacts.map((contact) => (
          <OwnContact key={contact.id} contact={contact} plan={plan} />
        ))}
        {plan.contacts.length > 0 ? null : EMPTY_ROWS.map((row) => <EmptyRow key={row} />)}
      </tbody>
    </table>
    <Beside>
      <Said k="paper:contacts.publicPhone" />
    </Beside>
  </PaperPart>
)
