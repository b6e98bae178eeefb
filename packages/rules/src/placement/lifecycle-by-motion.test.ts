import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './lifecycle-by-motion.ts';

describeRule(rule);
