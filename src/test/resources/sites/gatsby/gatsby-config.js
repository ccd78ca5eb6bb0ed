module.exports = {
  siteMetadata: {
    title: `Medlar Times`,
    author: { name: `Kay Low`, summary: `x` },
    description: `Medlars`,
    siteUrl: `https://medlars.example/`,
  },
}
