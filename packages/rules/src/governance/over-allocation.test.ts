import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './over-allocation.ts';

describeRule(rule);
