BLOG_AUTHOR = "Ida Jay"  # the author
BLOG_TITLE = "Elder Blog"
SITE_URL = "https://elders.example/"
BLOG_DESCRIPTION = "Elderberries"
DEFAULT_LANG = "en"
TIMEZONE = "Europe/Paris"
