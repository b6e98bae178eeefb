import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './alias.ts';

describeRule(rule);
