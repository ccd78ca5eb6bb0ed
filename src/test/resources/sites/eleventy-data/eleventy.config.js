export default function (eleventyConfig) {
  eleventyConfig.addCollection("x", (c) => c.getAll());
  return { dir: { input: "src", output: "_site" }, markdownTemplateEngine: "njk" };
}
