import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './unknown-option.ts';

describeRule(rule);
