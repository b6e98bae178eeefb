import { starterFiles } from '@mktorg/exchange';
import { vocabularyText } from '@mktorg/language';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Comparisons } from './features/compare/compare.ts';
import { plansOf } from './features/compare/sides.ts';
import { changeSummary } from './features/compare/summary.ts';
import type { Charts } from './features/preview/charts.ts';
import { importTables } from './features/preview/import.ts';
import { elementAt, organizationNames, placeOf } from './features/preview/places.ts';
import { tree } from './features/preview/tree.ts';
import type { Answered } from './handlers.ts';
import {
  type ChangeSummaryAnswer,
  type ChangeSummaryParams,
  type ChartAnswer,
  type ChartParams,
  type CompareAnswer,
  type CompareParams,
  changeSummaryRequest,
  chartRequest,
  compareRequest,
  type ElementAtAnswer,
  type ElementAtParams,
  elementAtRequest,
  type ImportAnswer,
  type ImportParams,
  importRequest,
  type OrganizationsAnswer,
  organizationsRequest,
  type PlaceAnswer,
  type PlaceParams,
  type PlansAnswer,
  type PlansParams,
  placeRequest,
  plansRequest,
  type StarterAnswer,
  type StarterParams,
  starterRequest,
  type TreeAnswer,
  type TreeParams,
  treeRequest,
  type VocabularyAnswer,
  type VocabularyParams,
  vocabularyRequest,
} from './protocol.ts';
import type { Past } from './workspace/past.ts';
import type { Project } from './workspace/project.ts';

/** Answers the requests of mktorg's own panels and views. */
export function handleCustomRequests(
  connection: Connection,
  project: Project,
  charts: Charts,
  comparisons: Comparisons,
  past: Past,
  answer: Answered,
): void {
  const on = <P, R>(method: string, otherwise: R, feature: (params: P) => R): void => {
    connection.onRequest<unknown, void>(method, answer(otherwise, feature));
  };
  on<ElementAtParams, ElementAtAnswer>(elementAtRequest, null, ({ uri, position }) =>
    elementAt(project, uri, position),
  );
  on<PlaceParams, PlaceAnswer>(placeRequest, null, (params) => placeOf(project, params));
  on<TreeParams, TreeAnswer>(treeRequest, { nodes: [] }, (params) => tree(project, params));
  on<PlansParams, PlansAnswer>(plansRequest, [], ({ uri }) => {
    const { organizations } = project;
    const model = organizations.modelAt(uri) ?? organizations.modelOf(uri);
    return model ? plansOf(model) : [];
  });
  on<object, OrganizationsAnswer>(organizationsRequest, [], () => organizationNames(project));
  on<VocabularyParams, VocabularyAnswer>(vocabularyRequest, null, ({ uri }) => vocabularyText(uri) ?? null);
  const broken = { files: [], report: 'The import broke; the log of the server says why.' };
  on<ImportParams, ImportAnswer>(importRequest, broken, (params) => importTables(project, params));
  on<StarterParams, StarterAnswer>(starterRequest, [], ({ title }) =>
    [...starterFiles(title)].map(([path, text]) => ({ path, text })),
  );

  connection.onRequest<unknown, void>(
    compareRequest,
    answer<CompareParams, CompareAnswer>(null, (params, token) => comparisons.compare(params, token)),
  );
  connection.onRequest<unknown, void>(
    changeSummaryRequest,
    answer<ChangeSummaryParams, ChangeSummaryAnswer>(null, (params, token) =>
      changeSummary(project, past, params, token),
    ),
  );

  const draw = answer<ChartParams, ChartAnswer>(null, (params) => charts.chart(params));
  connection.onRequest<unknown, void>(chartRequest, async (params: ChartParams, token: CancellationToken) => {
    // A layout takes time that nothing else gets: whoever waits already goes first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return draw(params, token);
  });
}
