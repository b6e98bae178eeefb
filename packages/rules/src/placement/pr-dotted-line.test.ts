import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './pr-dotted-line.ts';

describeRule(rule);
