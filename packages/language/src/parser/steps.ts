import type { TokenType, TokenTypeDictionary } from 'chevrotain';
import { GrammarAST, GrammarUtils } from 'langium';

/** What a rule does at one point of the text. */
export type Step = () => void;

/** The feature that takes what a step reads, where there is one. */
export type Target = Pick<GrammarAST.Assignment, 'feature' | 'operator'> | undefined;

export interface RuleReference {
  method: () => unknown;
}

/** Carries out steps. An index tells steps of one sort apart within a rule. */
export interface Performer {
  read(index: number, token: TokenType, target: Target): void;
  /** Rules call each other, so that a step may know one before it is there to be called. */
  ruleCalled(name: string): RuleReference;
  /** Runs another rule, and takes what it makes. */
  call(index: number, rule: RuleReference, target: Target): void;
  /** Runs a fragment, which adds to what this rule makes. */
  include(index: number, rule: RuleReference): void;
  choose(index: number, choices: readonly { readonly ALT: Step }[]): void;
  maybe(index: number, step: Step): void;
  repeat(index: number, step: Step): void;
  repeatAtLeastOnce(index: number, step: Step): void;
  retype(type: string): void;
}

/** What a rule of the grammar does, in the constructs of Langium's grammar language that this grammar uses. */
export function stepOf(rule: GrammarAST.ParserRule, performer: Performer, tokens: TokenTypeDictionary): Step {
  let reads = 0;
  let calls = 0;
  let choices = 0;
  let options = 0;
  let loops = 0;

  function build(element: GrammarAST.AbstractElement, target: Target): Step {
    const step = buildOnce(element, target);
    switch (element.cardinality) {
      case '?': {
        const index = options++;
        return () => performer.maybe(index, step);
      }
      case '*': {
        const index = loops++;
        return () => performer.repeat(index, step);
      }
      case '+': {
        const index = loops++;
        return () => performer.repeatAtLeastOnce(index, step);
      }
      default:
        return step;
    }
  }

  function buildOnce(element: GrammarAST.AbstractElement, target: Target): Step {
    if (GrammarAST.isAssignment(element)) return build(element.terminal, element);
    if (GrammarAST.isKeyword(element)) return read(element.value, target);
    if (GrammarAST.isRuleCall(element) && element.arguments.length === 0) {
      const called = element.rule.ref;
      if (GrammarAST.isTerminalRule(called)) return read(called.name, target);
      if (GrammarAST.isParserRule(called)) return call(called, target);
    }
    if (GrammarAST.isAction(element) && !element.feature) {
      const type = GrammarUtils.getTypeName(element);
      return () => performer.retype(type);
    }
    if (GrammarAST.isAlternatives(element)) {
      const alternatives = element.elements.map((each) => ({ ALT: build(each, target) }));
      const index = choices++;
      return () => performer.choose(index, alternatives);
    }
    if (GrammarAST.isGroup(element) && !element.guardCondition) {
      const steps = element.elements.map((each) => build(each, target));
      return () => {
        for (const step of steps) step();
      };
    }
    throw new Error(`${rule.name} uses a construct that the parser does not know: ${element.$type}`);
  }

  function read(name: string, target: Target): Step {
    const token = tokens[name];
    if (!token) throw new Error(`There is no token ${name}.`);
    const index = reads++;
    return () => performer.read(index, token, target);
  }

  function call({ name, fragment }: GrammarAST.ParserRule, target: Target): Step {
    const index = calls++;
    const rule = performer.ruleCalled(name);
    return fragment ? () => performer.include(index, rule) : () => performer.call(index, rule, target);
  }

  return build(rule.definition, undefined);
}
