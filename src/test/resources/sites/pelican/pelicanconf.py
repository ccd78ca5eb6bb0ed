AUTHOR = 'Gil Hay'
SITENAME = "Hazel Hill"
SITEURL = "https://hazels.example"
TIMEZONE = 'Europe/Rome'
DEFAULT_LANG = 'en'
ARTICLE_URL = 'posts/{date:%Y}/{slug}/'
