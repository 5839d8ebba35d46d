import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env['NGUON_SERVER'] ?? 'http://127.0.0.1:8080'

/** The server hands out these instead of squeezing each answer: a third of the bytes on a village's line. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    writeBundle({ dir = 'dist' }) {
      // From the files as they were written: other plugins change chunks until the very end.
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue
        const path = join(dir, name)
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        )
      }
    },
  }
}

export default defineConfig({
  base: '/lam-viec/',
  plugins: [react(), compressed()],
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1500, reportCompressedSize: false },
  server: { proxy: { '/api': server, '/media': server } },
})
