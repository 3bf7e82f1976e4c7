declare module 'espeak-ng' {
  type Options = {
    readonly arguments: readonly string[];
    readonly instantiateWasm: (
      imports: WebAssembly.Imports,
      ready: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => object;
    readonly print: (line: string) => void;
    readonly printErr: (line: string) => void;
  };
  const open: (options: Options) => Promise<{ readonly FS: { readFile(path: string): Uint8Array } }>;

  // biome-ignore lint/style/noDefaultExport: it is the package that exports so
  export { open as default };
}
