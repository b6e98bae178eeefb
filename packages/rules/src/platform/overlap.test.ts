import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './overlap.ts';

describeRule(rule);
