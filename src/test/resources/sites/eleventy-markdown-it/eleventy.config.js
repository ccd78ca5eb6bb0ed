import markdownIt from "markdown-it";
export default function (config) {
  const options = { html: true, breaks: true, linkify: true };
  config.setLibrary("md", markdownIt(options).enable("code"));
}
