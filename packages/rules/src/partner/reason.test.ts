import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './reason.ts';

describeRule(rule);
