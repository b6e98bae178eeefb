import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './span-of-control.ts';

describeRule(rule);
