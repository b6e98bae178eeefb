import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './budget-owner.ts';

describeRule(rule);
