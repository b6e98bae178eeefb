import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './missing-reason.ts';

describeRule(rule);
