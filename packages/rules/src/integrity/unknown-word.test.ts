import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './unknown-word.ts';

describeRule(rule);
