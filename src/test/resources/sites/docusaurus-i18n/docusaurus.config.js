export default {
  title: 'Quince Garden',
  url: 'https://quince.example',
  baseUrl: '/garden/',
  i18n: { defaultLocale: 'en', locales: ['en', 'fr'], localeConfigs: { fr: { htmlLang: 'fr-FR' } } },
  presets: [['classic', { blog: { routeBasePath: 'news' } }]],
};
