import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './stacked-seats.ts';

describeRule(rule);
