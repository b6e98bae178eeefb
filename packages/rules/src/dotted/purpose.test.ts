import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './purpose.ts';

describeRule(rule);
