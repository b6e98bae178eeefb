import { type ChartOptions, drawChart } from '@mktorg/chart';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization, type OrgModel } from '@mktorg/model';
import type { ChartMessage, PreviewFinding } from '../protocol.ts';
import { protocolVersion } from '../protocol.ts';

const root = 'file:///acme';

export function modelOf(texts: string | ReadonlyMap<string, string>): OrgModel {
  const files = typeof texts === 'string' ? new Map([[`${root}/acme.mktorg`, texts]]) : texts;
  const fragments = [...files].map(([uri, text]) => parseFragment(text, uri));
  return mergeOrganization(root, fragments, standardVocabulary());
}

type Given = Partial<Pick<ChartMessage, 'findings' | 'stale' | 'organizations' | 'plans' | 'comparable'>> & {
  readonly choice?: Partial<ChartMessage['choice']>;
  readonly maxCards?: number;
};

/** What a host would send to have this text drawn. */
export function chartOf(text: string | OrgModel, { choice, maxCards, ...given }: Given = {}): ChartMessage {
  const model = typeof text === 'string' ? modelOf(text) : text;
  const chosen = { lens: 'reporting' as const, collapsed: [], expanded: [], show: {}, ...choice };
  const options: ChartOptions = {
    ...chosen,
    collapsed: new Set(chosen.collapsed),
    expanded: new Set(chosen.expanded),
    ...(maxCards !== undefined && { maxCards }),
  };
  const organization = { root: model.root, name: model.name };
  return {
    type: 'chart',
    version: protocolVersion,
    organization,
    organizations: [organization],
    choice: chosen,
    scene: drawChart(model, options),
    findings: {},
    ...given,
  };
}

export function finding(message: string, severity: PreviewFinding['severity'] = 'warning'): PreviewFinding {
  const page = 'https://example.org/rules/some/rule.md';
  return { rule: 'some/rule', severity, message, why: 'Because.', todo: 'Do this.', page };
}

export const hotel = `organization hotel "Harbor Hotels"

external ceo "Chief Executive"

team marketing "Marketing" {
  lead cmo
  role cmo "Chief Marketing Officer" { reports to ceo  held by "Sari Wijaya" }

  team brand "Brand" {
    lead brand-director
    role brand-director "Brand Director" { held by "Chen Wei" }
    role designer "Designer" {
      seats 3
      held by "Ayu Lestari"
      ..> growth "campaign creative"
    }
  }

  team growth "Growth" {
    lead growth-director
    role growth-director "Growth Director" { held by "Nadia Haddad" }
    role analyst "Analyst" { held by "Omar Farouk" }
  }
}

platform crm "Customer platform" is crm { owner growth }
`;
