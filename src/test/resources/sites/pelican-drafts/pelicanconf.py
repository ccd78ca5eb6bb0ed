SITENAME = 'Drafts first'
SITEURL = 'https://d.example'
DEFAULT_METADATA = {
    'status': 'draft',
    'tags': 'hedge',
}
