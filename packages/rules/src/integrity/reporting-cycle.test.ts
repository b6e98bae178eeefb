import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './reporting-cycle.ts';

describeRule(rule);
