/** The small organization that the editors open: one reference is broken, and one role is mentioned across files. */
export const TEXTS: Readonly<Record<string, string>> = {
  'organization.mktorg': `organization inn "The Inn"
`,
  'night.mktorg': `team nights "Nights" {
lead chief
    role chief "Chief Guest Officer"
 role night-manager "Night Manager" { reports to nobody-at-all }
}
`,
  'mention.mktorg': `team days "Days" {
  lead day-manager
  role day-manager "Day Manager" { reports to night-manager }
}
`,
};
