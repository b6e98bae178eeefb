import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './duplicate-name.ts';

describeRule(rule);
