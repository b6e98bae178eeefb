import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './one-solid-line.ts';

describeRule(rule);
