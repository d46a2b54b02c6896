import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './scripts/chromium'

// Journeys on the production build. `npm test` starts one of its own; to try them on a running demo:
// LUOSHI_BASE_URL=http://127.0.0.1:3000 npx playwright test
export default defineConfig({
  testDir: 'e2e/journeys',
  outputDir: 'test-results',
  // Two files at a time: they share a server and a database, but each makes its own data. Two cores are soon busy.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.LUOSHI_BASE_URL ?? 'http://127.0.0.1:3000',
    // Nobody watches: without a graphics process, which a machine without a graphics card would only emulate.
    launchOptions: {
      executablePath: findChromium(),
      args: ['--disable-gpu', '--disable-gpu-rasterization', '--disable-software-rasterizer'],
    },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A failure is told with a picture and the page's outline; --trace on keeps every step, which a run that passes needs not.
    trace: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: '**/*.phone.spec.ts',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
    { name: 'phone', testMatch: '**/*.phone.spec.ts', use: { ...devices['Pixel 7'] } },
  ],
})
