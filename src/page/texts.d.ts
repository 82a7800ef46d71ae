/** Files that the build puts into the script as they are. */
declare module '*.txt' {
  const text: string;
  export default text;
}

/** Languages that there are rules for, as subtags; the build puts them in. */
declare const LANGUAGES: readonly string[];
