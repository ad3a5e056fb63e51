import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { mockBackend } from './dev/mockBackend.ts';

const backend = process.env['SURETY_BACKEND'] ?? 'http://localhost:8082';
const mocked = process.env['SURETY_MOCK'] === '1';

/** The console uses the fonts of the machine that it is shown on; PatternFly's would be shipped and fetched for nothing. */
const withoutWebFonts: Plugin = {
  name: 'without-web-fonts',
  enforce: 'pre',
  transform: (code, id) => (/@patternfly.*\.css/.test(id) ? code.replaceAll(/@font-face\s*\{[^}]*\}/g, '') : null),
};

export default defineConfig({
  base: '/',
  plugins: [withoutWebFonts, react(), ...(mocked ? [mockBackend()] : [])],
  server: {
    port: Number(process.env['PORT'] ?? 5173),
    ...(mocked ? {} : { proxy: Object.fromEntries(['/v1', '/login', '/logout'].map((path) => [path, { target: backend }])) }),
  },
  build: {
    target: 'es2023',
    // Everything is served by the service itself; inlined data: URLs would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    css: false,
    restoreMocks: true,
    // PatternFly's modules import their own style sheets, which Node cannot load by itself.
    server: { deps: { inline: [/@patternfly/] } },
  },
});
