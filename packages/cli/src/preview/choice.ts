import { type ChartChoice, choiceOf, fieldsOf, type PreviewMessage } from '@mktorg/preview';

/** What a page asks of the command; everything else that a preview says, the page does by itself. */
export type PageRequest = Extract<PreviewMessage, { readonly type: 'ready' | 'choose' }>;

export const firstChoice: ChartChoice = { lens: 'reporting', collapsed: [], expanded: [], show: {} };

/** The request in a message that came over the network; undefined where it is none. */
export function requestFrom(text: string): PageRequest | undefined {
  const message = fieldsOf(parsed(text));
  const choice = choiceOf(message.get('choice'));
  if (message.get('type') === 'ready') return choice ? { type: 'ready', choice } : { type: 'ready' };
  return message.get('type') === 'choose' && choice ? { type: 'choose', choice } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
