import next from 'eslint-config-next'
import boundaries from 'eslint-plugin-boundaries'

const layer = (type, pattern) => ({ type, pattern, partialMatch: false })
const may = (from, ...to) => ({
  from: { element: { type: from } },
  allow: { to: { element: { type: to } } },
})
const typesOnly = (from, to) => ({
  from: { element: { type: from } },
  allow: { to: { element: { type: to } }, dependency: { kind: 'type' } },
})

// Who may import whom (docs/architecture.md). The first matching pattern wins, so specific rows come first.
const LAYERS = [
  layer('tests', 'tests/**'),
  layer('e2e', 'e2e/**'),
  layer('bench', 'bench/**'),
  layer('scripts', 'scripts/**'),
  layer('app', 'app/**'),
  layer('i18n', 'i18n/**'),
  layer('ui', 'components/ui/**'),
  layer('shared', 'components/shared/**'),
  layer('components', 'components/**'),
  layer('web', 'server/web/**'),
  layer('worded', 'server/{mail,documents,exports}/**'),
  layer('server', 'server/**'),
  layer('domain', 'domain/**'),
  layer('lib', 'lib/**'),
  layer('prisma', 'prisma/**'),
]
const POLICIES = [
  may('app', 'app', 'components', 'shared', 'ui', 'server', 'worded', 'web', 'domain', 'lib', 'i18n'),
  may('components', 'components', 'shared', 'ui', 'domain', 'lib', 'i18n'),
  may('shared', 'shared', 'ui', 'lib', 'i18n'),
  may('ui', 'ui', 'lib', 'i18n'),
  may('web', 'web', 'server', 'domain', 'lib', 'prisma', 'i18n'),
  may('server', 'server', 'worded', 'domain', 'lib', 'prisma'),
  // Mails, papers and sheets are written in their reader's language, by a job as well as for a request.
  may('worded', 'worded', 'server', 'domain', 'lib', 'prisma', 'i18n'),
  may('domain', 'domain'),
  may('lib', 'lib'),
  may('i18n', 'i18n', 'lib', 'server'),
  may('prisma', 'prisma', 'domain', 'server', 'lib'),
  may('scripts', 'scripts', 'server', 'domain', 'lib', 'prisma'),
  may('e2e', 'e2e', 'tests', 'domain', 'lib', 'scripts', 'prisma', 'i18n'),
  may('bench', 'bench', 'tests', 'server', 'worded', 'domain', 'lib', 'prisma', 'scripts'),
  may(
    'tests',
    'tests',
    'app',
    'components',
    'shared',
    'ui',
    'server',
    'worded',
    'web',
    'domain',
    'lib',
    'prisma',
    'scripts',
    'i18n',
  ),
  // Components may name a read model's type, never call the server.
  typesOnly('components', 'server'),
  typesOnly('components', 'worded'),
  typesOnly('components', 'web'),
  // A form component takes its server action by type only; the page hands it in.
  typesOnly('components', 'app'),
]

const restrict = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })

const config = [
  { ignores: ['node_modules/**', '.next/**', '.data/**', 'prisma/generated/**', 'next-env.d.ts'] },
  ...next,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': LAYERS,
      'import/resolver': { typescript: true },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies: POLICIES }],
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read once, in server/env.ts.' },
      ],
    },
  },
  { files: ['**/*.test.{ts,tsx}', 'e2e/**', 'tests/**'], rules: { 'max-lines': ['error', { max: 600 }] } },
  // A page is an address, a query and a component. The one that is longer awaits its turn.
  {
    files: ['app/**/page.tsx'],
    ignores: ['app/(main)/desk/page.tsx'],
    rules: { 'max-lines': ['error', { max: 60 }] },
  },
  // Playwright's `use` is no hook of React's.
  { files: ['e2e/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  // A test stands beside the code that it tests, and starts from tests/ whatever layer that is.
  { files: ['**/*.test.{ts,tsx}'], rules: { 'boundaries/dependencies': 'off' } },
  {
    files: [
      'scripts/**',
      'tests/**',
      'e2e/**',
      'bench/**',
      '*.config.{ts,mjs}',
      'server/env.ts',
      'server/env.test.ts',
      '**/*.test.ts',
      'prisma/**',
      'instrumentation.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['domain/**'],
    ignores: ['**/*.test.ts', 'domain/directives/**'],
    rules: {
      ...restrict([
        { regex: '^(?!(zod$|\\.|@/domain/))', message: 'domain/ is pure: zod and domain/ only.' },
      ]),
    },
  },
  {
    files: ['domain/directives/**'],
    ignores: ['**/*.test.ts'],
    rules: restrict([
      {
        regex: '^(?!(zod$|opencc-js|pinyin-pro$|\\.|@/domain/))',
        message: 'domain/ is pure; here opencc-js and pinyin-pro too.',
      },
    ]),
  },
  {
    files: ['domain/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take `now` as a parameter.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Take `now` as a parameter.',
        },
      ],
    },
  },
  {
    files: ['app/**', 'components/**'],
    rules: restrict([
      {
        regex: '^@/server/(db|run-command)$',
        message: 'Pages call queries and actions; only server/ touches the database.',
      },
      { regex: '^@/prisma/', message: 'Only server/ touches the database.' },
    ]),
  },
  {
    files: ['server/**'],
    ignores: ['server/web/**'],
    rules: restrict([
      {
        regex: '^next/(headers|navigation|cache)$',
        message: 'Commands take an explicit actor; only server/web reads the request.',
      },
    ]),
  },
]

export default config
