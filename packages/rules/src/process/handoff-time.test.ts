import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './handoff-time.ts';

describeRule(rule);
