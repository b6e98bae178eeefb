import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './date-order.ts';

describeRule(rule);
