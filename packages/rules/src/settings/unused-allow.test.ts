import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './unused-allow.ts';

describeRule(rule);
