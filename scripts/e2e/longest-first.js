const order = ['screens', 'chat', 'memories', 'journey'];

/** Jest knows which file takes longest only after a first run, and in CI every run is the first. */
export default class LongestFirst {
  sort(tests) {
    const place = ({ path }) => order.findIndex((name) => path.includes(`${name}.e2e`));
    return tests.toSorted((one, other) => place(one) - place(other));
  }
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {}
}
