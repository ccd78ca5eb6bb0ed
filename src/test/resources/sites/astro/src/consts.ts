export const SITE_TITLE = 'Lime Blog';
export const SITE_DESCRIPTION = 'About limes';
