export default {
  tags: ["js", "deep"],
  permalink: "/own/{{ page.fileSlug }}/",
  author: "Js",
};