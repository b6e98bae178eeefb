import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './duplicate-statement.ts';

describeRule(rule);
