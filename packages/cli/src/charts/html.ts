import type { OrgModel } from '@mktorg/model';
import type { Loaded } from '../organizations.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { ChartWish } from './options.ts';
export async function htmlChart(_model: OrgModel, _loaded: Loaded, _wish: ChartWish, _terminal: Terminal): Promise<string> { return ''; }
