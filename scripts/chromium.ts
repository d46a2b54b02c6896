// A browser for the journeys, without any download outside the package registry and the system's own packages.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { runCommand } from './processes'
import { step } from './progress'

const SHELL = '/usr/bin/chromium-headless-shell'

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

/**
 * A browser for the journeys: CHROMIUM_PATH; else one without a window of its own, the system's or the one that npm brought along,
 * since drawing a window that nobody sees costs half of the time; else any browser; else root on Debian installs one.
 */
export async function ensureChromium(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const found = (existsSync(SHELL) ? SHELL : undefined) ?? (await unpackShell()) ?? findChromium()
  return found ?? installOnDebian()
}

/** The browser among the packages, unpacked into the folder for temporary files; undefined where this system cannot run it. */
async function unpackShell(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { default: packed } = await import('@sparticuz/chromium')
  const file = await packed.executablePath()
  return spawnSync(file, ['--version']).status === 0 ? file : undefined
}

async function installOnDebian(): Promise<string> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error('No browser of the Chromium family was found: install one, or name it in CHROMIUM_PATH.')
  return step('Installing a browser and a Chinese font (apt)', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runCommand('apt-get', ['update'], { env })
    const packages = ['chromium-headless-shell', 'fonts-noto-cjk']
    await runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env })
    return SHELL
  })
}
