import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  type DefaultSharedCoreModuleContext,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type Module,
  type PartialLangiumCoreServices,
} from 'langium';
import { MktorgGeneratedModule, MktorgGeneratedSharedModule } from './generated/module.ts';
import { SyntaxMessages } from './messages.ts';
import { SoftKeywordLexer, SoftKeywordTokenBuilder } from './soft-keywords.ts';

/** What the language needs of Langium wherever it runs; the server adds the services of the protocol. */
export const mktorgModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    TokenBuilder: () => new SoftKeywordTokenBuilder(),
    Lexer: (services) => new SoftKeywordLexer(services),
    ValueConverter: () => ({ convert: (written) => written }), // texts keep their quotes: lowering sees what was written
    ParserErrorMessageProvider: () => new SyntaxMessages(),
  },
};

/** Services for parsing alone, without documents, workspace or protocol. */
export function createParserServices(
  context: DefaultSharedCoreModuleContext = EmptyFileSystem,
): LangiumCoreServices {
  const shared: LangiumSharedCoreServices = inject(
    createDefaultSharedCoreModule(context),
    MktorgGeneratedSharedModule,
  );
  const services = inject(createDefaultCoreModule({ shared }), MktorgGeneratedModule, mktorgModule);
  shared.ServiceRegistry.register(services);
  return services;
}
