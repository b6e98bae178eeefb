import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './declared-vs-derived.ts';

describeRule(rule);
