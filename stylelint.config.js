/**
 * Start and end, never left and right: a page in a right-to-left language mirrors by itself. The rest catches what
 * the browser would drop silently.
 * @type {import('stylelint').Config}
 */
export default {
  plugins: ['stylelint-plugin-logical-css'],
  rules: {
    // overflow-inline/-block came to Safari only lately, and an unknown property is dropped silently.
    'logical-css/require-logical-properties': [
      true,
      { severity: 'error', ignore: ['overflow-x', 'overflow-y'] },
    ],
    'logical-css/require-logical-keywords': [true, { severity: 'error' }],
    'logical-css/require-logical-units': [true, { severity: 'error' }],
    // `composes` is CSS Modules.
    'property-no-unknown': [true, { ignoreProperties: ['composes'] }],
    'unit-no-unknown': true,
    'color-no-invalid-hex': true,
    'block-no-empty': true,
    'no-duplicate-selectors': true,
    'declaration-block-no-duplicate-properties': true,
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global', 'local'] }],
    'media-feature-name-no-unknown': true,
  },
}
