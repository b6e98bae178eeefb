import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './team-has-lead.ts';

describeRule(rule);
