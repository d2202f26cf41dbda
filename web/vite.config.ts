import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { registerOperations } from './operations';

const OUT = new URL('dist/', import.meta.url).pathname;

/** Compresses once what would otherwise be compressed for every reader; the server hands out the smaller file. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    const assets = join(OUT, 'assets');
    for (const name of readdirSync(assets).filter((file) => /\.(js|css)$/.test(file))) {
      writeFileSync(join(assets, `${name}.br`), brotliCompressSync(readFileSync(join(assets, name))));
    }
  },
});

export default defineConfig({
  plugins: [registerOperations(OUT), react(), tailwind(), compressed()],
  // Nothing is inlined: the page's policy allows scripts, styles and fonts from files of this address only.
  build: { outDir: OUT, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false },
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000', '/socket.io': { target: 'ws://127.0.0.1:4000', ws: true } } },
});
