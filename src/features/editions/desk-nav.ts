/** The places of the desk, the same on each of its pages. */
export interface DeskPlace {
  href: string;
  label: string;
  current: boolean;
  group: string;
}

export function deskNav(slug: string, path: string): DeskPlace[] {
  const home = `/desk/${slug}`;
  const places: [string, string, string][] = [
    ['', 'Overview', ''],
    ['/submissions', 'Submissions', ''],
    ['/accepted', 'Accepted', ''],
    ['/letters', 'Letters', ''],
    ['/enquiries', 'Enquiries', ''],
    ['/interest', 'Interest list', ''],
    ['/site', 'Public site', ''],
    ['/pictures', 'Pictures', ''],
    ['/archive', 'Archive', ''],
    ['/settings/about', 'About', 'Settings'],
    ['/settings/dates', 'Dates', 'Settings'],
    ['/settings/calls', 'Calls', 'Settings'],
    ['/settings/places', 'Places', 'Settings'],
    ['/settings/people', 'People on the site', 'Settings'],
    ['/settings/programme', 'Programme', 'Settings'],
    ['/settings/roundtables', 'Round tables', 'Settings'],
    ['/settings/news', 'News', 'Settings'],
    ['/settings/pages', 'Pages', 'Settings'],
    ['/settings/translations', 'Translations', 'Settings'],
    ['/settings/roles', 'Roles', 'Settings'],
    ['/settings/file', 'Settings file', 'Settings'],
  ];
  return places.map(([end, label, group]) => {
    const href = home + end;
    return {
      href,
      label,
      group,
      current: end === '' ? path === href : path === href || path.startsWith(`${href}/`),
    };
  });
}
