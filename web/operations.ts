import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Kind, parse, print, stripIgnoredCharacters, type DefinitionNode } from 'graphql';
import ts from 'typescript';
import type { Plugin } from 'vite';

/*
 * Only registered operations run for the workspace. The build finds every `graphql(…)` of the sources, puts its id in its place, and writes
 * all of them to `dist/operations.json`, where the server reads them: { id: text }. An id is the SHA-256 of the text.
 */

const SOURCES = new URL('src/', import.meta.url).pathname;

/** One `const NAME = graphql(…)`, with where it stands in its file. */
interface Declared {
  readonly file: string;
  readonly name: string;
  readonly text: string;
  /** Names of the documents whose fragments it uses, as this file knows them. */
  readonly uses: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** A source file: its documents, and which names it imports from where. */
interface Source {
  readonly documents: readonly Declared[];
  readonly imported: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
}

function read(file: string): Source {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const imported = new Map<string, { file: string; name: string }>();
  const documents: Declared[] = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) noteImports(statement, file, imported);
    if (ts.isVariableStatement(statement))
      documents.push(...statement.declarationList.declarations.flatMap((one) => documentIn(one, file)));
  }
  const calls = source.text.match(/(?<![\w.])graphql\(/g)?.length ?? 0;
  if (calls !== documents.length) throw new Error(`${file}: an operation has to stand by itself, as const NAME = graphql(\`…\`).`);
  return { documents, imported };
}

function noteImports(statement: ts.ImportDeclaration, file: string, imported: Map<string, { file: string; name: string }>): void {
  const from = (statement.moduleSpecifier as ts.StringLiteral).text;
  const names = statement.importClause?.namedBindings;
  if (!from.startsWith('.') || !names || !ts.isNamedImports(names)) return;
  for (const { name, propertyName } of names.elements)
    imported.set(name.text, { file: `${resolve(dirname(file), from)}.ts`, name: (propertyName ?? name).text });
}

function documentIn({ name, initializer: call }: ts.VariableDeclaration, file: string): Declared[] {
  if (!call || !ts.isCallExpression(call) || call.expression.getText() !== 'graphql') return [];
  const [text, uses] = call.arguments;
  if (!text || !ts.isNoSubstitutionTemplateLiteral(text)) throw new Error(`${file}: the text of an operation is fixed.`);
  const used = uses && ts.isArrayLiteralExpression(uses) ? uses.elements.map((element) => element.getText()) : [];
  return [{ file, name: name.getText(), text: text.text, uses: used, from: call.getStart(), to: call.getEnd() }];
}

/** Everything that the workspace asks. */
class Register {
  readonly texts = new Map<string, string>();
  private readonly sources = new Map<string, Source>();

  constructor() {
    for (const file of globSync('**/*.{ts,tsx}', { cwd: SOURCES })) {
      if (file !== 'graphql.ts' && !file.endsWith('.d.ts')) this.sources.set(join(SOURCES, file), read(join(SOURCES, file)));
    }
  }

  /** The source with the id of each operation in its place; a fragment is nothing by itself. */
  replaceIn(file: string, code: string): string {
    const documents = this.sources.get(file)?.documents ?? [];
    return documents.toReversed().reduce((text, one) => text.slice(0, one.from) + this.inPlaceOf(one) + text.slice(one.to), code);
  }

  /** Every operation has to be written down, also of files that nothing imports yet. */
  all(): Record<string, string> {
    for (const { documents } of this.sources.values()) documents.forEach((one) => this.inPlaceOf(one));
    return Object.fromEntries([...this.texts].sort(([one], [other]) => one.localeCompare(other)));
  }

  private inPlaceOf(declared: Declared): string {
    const definitions = [...this.definitionsOf(declared).values()];
    if (!definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)) return '/* a fragment */ null as never';
    const text = stripIgnoredCharacters(definitions.map(print).join('\n'));
    const documentId = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    this.texts.set(documentId, text);
    return `(${JSON.stringify({ documentId })} as never)`;
  }

  /** The definitions of a document and of all that it uses, each once. */
  private definitionsOf({ file, text, uses }: Declared, found = new Map<string, DefinitionNode>()): Map<string, DefinitionNode> {
    for (const node of parse(text).definitions) found.set(`${node.kind} ${'name' in node ? node.name?.value : ''}`, node);
    for (const name of uses) this.definitionsOf(this.documentNamed(name, file), found);
    return found;
  }

  private documentNamed(name: string, file: string): Declared {
    const { documents, imported } = this.sources.get(file)!;
    const local = documents.find((one) => one.name === name);
    const elsewhere = imported.get(name);
    if (local) return local;
    if (!elsewhere) throw new Error(`${file}: there is no fragment ${name}.`);
    return this.documentNamed(elsewhere.name, elsewhere.file);
  }
}

/** Builds the workspace with ids for operations, and lists the operations for the server in `out`. */
export function registerOperations(out: string): Plugin {
  let register: Register;
  const renew = () => {
    register = new Register();
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'operations.json'), `${JSON.stringify(register.all(), null, 1)}\n`);
  };
  return {
    name: 'register-operations',
    enforce: 'pre',
    // Before a build empties the place where it is written, and again after it; while the sources are being worked on, at each change.
    buildStart: renew,
    closeBundle: renew,
    handleHotUpdate: renew,
    transform: (code, id) => (/\.tsx?$/.test(id) ? register.replaceIn(id, code) : undefined),
  };
}
