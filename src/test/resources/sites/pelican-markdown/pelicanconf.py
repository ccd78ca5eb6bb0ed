SITEURL = 'https://p.example'
MARKDOWN = {
    'extension_configs': {
        'markdown.extensions.footnotes': {},
        'markdown.extensions.smarty': {},
        'markdown.extensions.nl2br': {},
    },
    'output_format': 'html5',
}
