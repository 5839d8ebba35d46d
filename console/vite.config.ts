import { brotliCompressSync, constants } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env['NGUON_SERVER'] ?? 'http://127.0.0.1:8080'

/** The server hands out these instead of squeezing each answer: a third of the bytes on a village's line. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    generateBundle(_options, bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        if (!/\.(js|css|html|svg)$/.test(fileName)) continue
        const content = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        const source = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source })
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
