import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './missing-rate.ts';

describeRule(rule);
