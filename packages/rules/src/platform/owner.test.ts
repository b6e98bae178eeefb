import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './owner.ts';

describeRule(rule);
