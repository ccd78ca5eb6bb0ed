import { defineConfig } from 'vitepress'
export default defineConfig({
  title: 'Date Palm',
  base: '/dates/',
  cleanUrls: true,
  srcExclude: ['**/_*.md', 'README.md'],
  sitemap: { hostname: 'https://palm.example' },
  rewrites: { 'posts/old.md': 'archive/new.md', 'guide/:group/:page': 'g/:group-:page' },
  markdown: { breaks: true },
})
