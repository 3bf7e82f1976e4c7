/** JSON Schema as far as the server's document uses it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};

export type Operation = {
  readonly method: string;
  readonly path: string;
  /** Null where it takes none. */
  readonly body: Schema | null;
  readonly hasQuery: boolean;
  readonly needsKey: boolean;
};

type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
};
type Described = {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
};

/** Every operation of the API that the server itself describes. */
export async function operationsOf(url: string): Promise<readonly Operation[]> {
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as Document;
  return Object.entries(document.paths)
    .filter(([path]) => path.startsWith('/api/v1/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
        method: method.toUpperCase(),
        path,
        body: requestBody?.content?.['application/json']?.schema ?? null,
        hasQuery: parameters.some((one) => one.in === 'query'),
        needsKey: parameters.some((one) => one.in === 'header' && one.name.toLowerCase() === 'idempotency-key'),
      })),
    );
}
