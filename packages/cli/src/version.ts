import manifest from '../package.json' with { type: 'json' };

/** The version of mktorg: all its parts have the same. */
export const version: string = manifest.version;

/** Where the project lives. */
export const repository = 'https://github.com/mktorg/mktorg';
