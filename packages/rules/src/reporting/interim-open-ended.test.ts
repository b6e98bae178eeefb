import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './interim-open-ended.ts';

describeRule(rule);
