/** Files that the build puts into the script as they are. */
declare module '*.txt' {
  const text: string;
  export default text;
}
