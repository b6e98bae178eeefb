import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './committee-seats.ts';

describeRule(rule);
