// What `npm start`, `npm test`, `npm run dev` and `npm run bench` call first. Plain JavaScript without dependencies, in words that
// old versions of Node understand too: it checks Node, installs the packages where needed, then hands over to TypeScript.
import { spawn } from 'child_process'
import { createHash } from 'crypto'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'fs'
import path from 'path'
import { fileURLToPath } from 'url'

const NEEDED = [20, 19]
const COMMANDS = ['start', 'dev', 'test', 'bench']
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const stamp = path.join(root, 'node_modules', '.luoshi-installed')

function fail(line) {
  process.stderr.write('\nluoshi: ' + line + '\n')
  process.exit(1)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return
  fail(
    'Node ' +
      NEEDED.join('.') +
      ' or newer is needed, this is ' +
      process.versions.node +
      '. Get one from https://nodejs.org, then run this again.',
  )
}

/** What the installed packages depend on: the lock file, and the machine that native parts were chosen for. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')))
  return hash.update(process.platform + process.arch + process.versions.modules).digest('hex')
}

function isInstalled(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

/** npm as the one that called us, so that a second version on the path cannot interfere. */
function npmCommand(args) {
  const own = process.env.npm_execpath
  if (own && /\.c?js$/.test(own)) return { command: process.execPath, args: [own].concat(args), shell: false }
  return { command: 'npm', args, shell: process.platform === 'win32' }
}

function install() {
  try {
    accessSync(root, constants.W_OK)
  } catch (error) {
    fail(
      'The folder ' +
        root +
        ' cannot be written by this user, so packages cannot be installed. Use a clone of your own.',
    )
  }
  const begun = Date.now()
  const elapsed = () => ((Date.now() - begun) / 1000).toFixed(1) + ' s'
  console.log('… Installing packages (npm ci, about a minute)')
  const heartbeat = setInterval(
    () => console.log('  still at it: installing packages (' + elapsed() + ')'),
    15000,
  )
  const { command, args, shell } = npmCommand([
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => (output = (output + chunk).slice(-8000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => fail('npm cannot be run: ' + error.message))
    child.on('close', (code) => {
      clearInterval(heartbeat)
      if (code === 0) {
        console.log('✓ Installing packages (' + elapsed() + ')')
        resolve()
      } else fail(installFailure(output))
    })
  })
}

function installFailure(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    return 'The disk is full: the packages need 1 GB. Free some space, then run this again.'
  }
  if (/EACCES|EPERM/.test(output)) {
    return (
      'Some files in ' +
      root +
      ' belong to another user, so packages cannot be installed. Use a clone of your own.'
    )
  }
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET/.test(output)) {
    return 'The package registry cannot be reached. Check the network, or "npm config get registry", then run this again.'
  }
  return 'The packages could not be installed. npm says:\n' + output.trim()
}

async function main() {
  const command = process.argv[2]
  checkNode()
  if (!COMMANDS.includes(command)) fail('Say one of: ' + COMMANDS.join(', ') + '.')
  process.chdir(root)
  const wanted = fingerprint()
  if (!isInstalled(wanted)) {
    await install()
    writeFileSync(stamp, wanted)
  }
  const { register } = await import('tsx/esm/api')
  register()
  await import('./' + command + '.ts')
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
