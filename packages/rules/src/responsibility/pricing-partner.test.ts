import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './pricing-partner.ts';

describeRule(rule);
