import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2022",
    // edge's content security policy allows no data: scripts, and a picture costs a request at most once.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
