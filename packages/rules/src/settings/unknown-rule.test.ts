import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './unknown-rule.ts';

describeRule(rule);
