// A browser for the journeys, without any download outside the package registry and the system's own packages.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { runCommand } from './processes'
import { step } from './progress'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** CHROMIUM_PATH, or a browser of the Chromium family that the system has; undefined where there is none. */
export function findChromium(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) return wanted
  return INSTALLED.find((candidate) => existsSync(candidate))
}

/** True where the system has no font with Chinese characters: pictures then show boxes, the journeys pass all the same. */
export function lacksChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() === ''
}

/** Finds a browser, or gets one: root on Debian installs it, anybody else unpacks the one that npm brought along. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium() ?? (await installOnDebian())
  if (found) return found
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

async function installOnDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  return step('Installing Chromium and a Chinese font (apt)', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runCommand('apt-get', ['update'], { env })
    await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      env,
    })
    return findChromium()
  })
}
