// Makes dist/: compiled code, with the tables and the encoder's weights beside it.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')

rmSync(join(root, 'dist'), { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'src')], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
cpSync(join(root, 'src/lexicon'), join(root, 'dist/lexicon'), {
  recursive: true,
  filter: (file) => !/\.(ts|md)$/.test(file),
})
cpSync(join(root, 'src/encoder/weights.bin'), join(root, 'dist/encoder/weights.bin'))
chmodSync(join(root, 'dist/cli/main.js'), 0o755)
