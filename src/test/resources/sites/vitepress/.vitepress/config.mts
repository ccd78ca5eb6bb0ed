export default defineConfig({
  title: "Date Palm",
  description: "Dates",
  lang: 'en-US',
  cleanUrls: true,
  sitemap: { hostname: 'https://dates.example' },
})
