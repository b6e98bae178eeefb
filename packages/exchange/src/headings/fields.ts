/** What a column of a table of people can hold. */
export const peopleFields = {
  id: 'Identifier of the seat or person; kept as `id`.',
  name: 'Full name of the holder.',
  'first-name': 'First name of the holder.',
  'last-name': 'Last name of the holder.',
  title: 'Job title: the title of the role.',
  position: 'Short name of the position, as others refer to it: the name of the role.',
  email: 'E-mail address: used to find managers, and not kept.',
  manager: 'Whom the seat reports to, by whatever the file uses: id, e-mail, position, name or title.',
  'manager-id': 'The id of the manager.',
  'manager-name': 'The name of the manager.',
  'manager-email': 'The e-mail address of the manager.',
  'manager-position': 'The position of the manager.',
  dotted: 'Further managers, separated by semicolons: dotted lines.',
  division: 'The unit that departments belong to.',
  department: 'Department: a team.',
  team: 'Team inside the department.',
  organization: 'Name of the whole organization, the same in every row.',
  location: 'Where the seat or person is.',
  country: 'Country, where there is no location.',
  fte: 'Full-time equivalents: 0.8, 80%.',
  seats: 'Number of seats in a pool, in whole posts or in FTE.',
  level: 'Grade or level.',
  kind: 'Whether the row is a person or a vacancy.',
  status: 'Employment status: active, on leave, left, open.',
  engagement: 'Kind of employment: employee, contractor, intern.',
  start: 'Start date: kept for vacancies.',
  cost: 'Cost of the seat per year.',
  specialty: 'What a seat specializes in: kept as a note.',
  note: 'Remarks: kept as notes.',
} as const;

export type PeopleField = keyof typeof peopleFields;

/** What a column of a table of platforms can hold. */
export const platformFields = {
  id: 'Identifier of the system; kept as `id`.',
  title: 'Name of the platform.',
  category: 'Kind of platform: a category of the vocabulary.',
  owner: 'Who owns it, by name or code.',
  'technical-owner': 'Who runs it technically: kept as a note.',
  users: 'Who uses it: teams, separated by commas or semicolons.',
  integrations: 'Platforms it exchanges data with.',
  cost: 'What it costs per year.',
  currency: 'Currency of the cost.',
  renewal: 'When the contract renews.',
  status: 'Where it is in its life: planned, live, retiring, retired.',
  'data-class': 'Classification of its data: kept as a tag.',
  'personal-data': 'Whether it holds personal data.',
  regulation: 'Regulations that apply to it.',
  tier: 'How critical it is: kept as a tag.',
  purpose: 'What it is used for.',
  vendor: 'Who makes it: kept as a note.',
  link: 'Address of the system.',
  'bought-by': 'Who bought it.',
  note: 'Description or remarks: kept as notes.',
} as const;

export type PlatformField = keyof typeof platformFields;

export function isPeopleField(word: string): word is PeopleField {
  return Object.hasOwn(peopleFields, word);
}

export function isPlatformField(word: string): word is PlatformField {
  return Object.hasOwn(platformFields, word);
}
