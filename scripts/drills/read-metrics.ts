/** What a process tells about itself, by name; the values of all labels of one name are added up. */
export async function readMetrics(port: number): Promise<(name: string, label?: string) => number> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  const lines = (await answer.text()).split('\n').filter((line) => line && !line.startsWith('#'));
  return (name, label = '') => {
    let sum = 0;
    for (const line of lines) {
      const isIt = line.startsWith(`${name}{`) || line.startsWith(`${name} `);
      if (isIt && line.includes(label)) sum += Number(line.slice(line.lastIndexOf(' ') + 1));
    }
    return sum;
  };
}
