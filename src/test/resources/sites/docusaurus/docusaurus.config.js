const config = {
  title: 'Kiwi Docs',
  tagline: 'All about kiwis',
  url: 'https://kiwis.example',
  baseUrl: '/site/',
  presets: [
    ['classic', { blog: { routeBasePath: 'news', showReadingTime: true } }],
  ],
};
module.exports = config;
