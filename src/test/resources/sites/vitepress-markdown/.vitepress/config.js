export default { title: 'V', sitemap: { hostname: 'https://v.example' }, markdown: { breaks: true, linkify: false, typographer: true } }
