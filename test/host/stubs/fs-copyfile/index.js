import { promises } from 'node:fs';

export const copyFile = (from, to) => promises.copyFile(from, to);
export const cp = (from, to, options) => promises.cp(from, to, { recursive: true, ...options });
