import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './impossible-number.ts';

describeRule(rule);
