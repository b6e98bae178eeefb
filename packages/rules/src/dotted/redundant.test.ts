import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './redundant.ts';

describeRule(rule);
