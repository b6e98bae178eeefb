import { quote } from '../text/block.ts';
import { clean } from '../text/clean.ts';
import { identifier } from '../text/identifier.ts';

/**
 * What a new organization starts with: texts by relative path, as an import gives them, that of the organization first.
 * Small, without a finding, and made to be changed.
 */
export function starterFiles(title: string): ReadonlyMap<string, string> {
  const organization = `organization ${ownName(title)} ${quote(clean(title))} {`;
  return new Map([
    ['organization.mktorg', `${beforeOrganization}\n${organization}\n${organizationBody}`],
    ['teams.mktorg', teams],
    ['platforms.mktorg', platforms],
  ]);
}

/** A name that nothing else in the files has. */
function ownName(title: string): string {
  const name = identifier(title, 'organization');
  const taken = [...(organizationBody + teams + platforms).matchAll(/^ *[a-z]+ ([\w-]+) "/gm)];
  return taken.some(([, other]) => other === name) ? `${name}-organization` : name;
}

const beforeOrganization = `// An organization is a folder: everything in the .mktorg files here and below belongs to it, in any order.
`;

const organizationBody = `  model centralized  // or decentralized, or hybrid: what you say you are; mktorg derives what you are
  motion sales-led  // or self-serve, or mixed
  stage growth  // or early, or mature
  currency EUR
}

// What marketing works with and does not own.

external ceo "Chief Executive Officer"
external sales "Sales"
external finance "Finance"
external it "IT"

// How strict to be. \`mktorg rules\` lists the rules, \`mktorg explain reporting/span-of-control\` tells about one.

rules {
  reporting/span-of-control warning { max 8 }
}
`;

const teams = `// A role reports to the lead of its team, and a lead to the lead of the team around it.

team marketing "Marketing" {
  lead head-of-marketing

  role head-of-marketing "Head of Marketing" { level director  reports to ceo  held by "Sari Wijaya" }

  // How you sell.
  team growth "Growth" is growth {
    lead growth-lead
    responsible for demand-generation, website, paid-advertising, reporting

    role growth-lead "Growth Lead" { held by "Chen Wei" }
    role campaign-manager "Campaign Manager" { held by "Omar Haddad" }
    role analyst "Marketing Analyst" {
      held by "Ayu Lestari"
      ..> finance "monthly return on spend"
    }
  }

  // What you sell.
  team product-marketing "Product Marketing" is product-marketing {
    lead product-marketing-lead
    responsible for product-launches, messaging, sales-enablement
    responsible for pricing with finance

    role product-marketing-lead "Product Marketing Lead" { held by "Lena Vogel" }
    role product-marketer "Product Marketer" { held by "Tomás Rivera" }
  }

  // Who you are.
  team brand "Brand" is brand-marketing {
    lead brand-lead
    responsible for brand-standards, creative-production, content-calendar
    responsible for case-studies with product-marketing

    role brand-lead "Brand Lead" { held by "Noor van Dijk" }
    role designer "Designer" is designer {
      seats 2  // two seats and one name: the other seat is vacant
      held by "Ines Costa"
      ..> growth "campaign creative"
    }
  }
}
`;

const platforms = `// For every platform: who owns it, who uses it for what, and what comes of it.

platform crm "CRM" is crm {
  owner sales
  used by growth for "lead handoff"
}

platform automation "Marketing automation" is marketing-automation {
  owner growth
  used by growth for "campaigns", "lead scoring"
  integrates crm
  result "Leads answered within a day" from 60% to 90% by 2027-Q4
}

platform site "Website" is website-platform {
  owner growth
  used by growth for "landing pages"
  used by brand for "stories"
  integrates automation
}
`;
