// Runs under whatever Node the machine has, before anything is installed; the syntax here is old on purpose.
// usage: node bin/setup.mjs demo|start|test|run FILE [arguments]
const oldest = 20;
if (Number(process.versions.node.split('.')[0]) < oldest) {
  console.error(
    `Salon needs Node ${oldest} or newer and this is ${process.versions.node}; install one from https://nodejs.org, then try again.`,
  );
  process.exit(1);
}
import('./main.mjs').then(({ main }) => main(process.argv.slice(2)));
