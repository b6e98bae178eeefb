import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './not-optional.ts';

describeRule(rule);
