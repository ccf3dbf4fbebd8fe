import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    manifest: true,
    // The gateway's policy allows images and fonts from 'self' only, so nothing may become a data: URL.
    assetsInlineLimit: 0,
    // Vite's polyfill for module preloading would be an inline script, which the policy refuses.
    modulePreload: { polyfill: false },
  },
});
