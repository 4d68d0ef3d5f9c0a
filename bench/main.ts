import { benchAccuracy } from './accuracy/bench-accuracy.ts';
import { benchEngine } from './engine/bench-engine.ts';
import { benchForecast } from './forecast/bench-forecast.ts';
import { benchFront } from './front/bench-front.ts';
import { benchRun } from './run/bench-run.ts';

/** `npm run bench -- <name>`: measures one part of the product and prints it beside its bar; exit code 1 when a bar is missed. */
const benches: Readonly<Record<string, () => Promise<boolean>>> = {
  accuracy: benchAccuracy,
  engine: benchEngine,
  forecast: benchForecast,
  front: benchFront,
  run: benchRun,
};

const name = process.argv[2] ?? '';
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench === undefined) {
  process.stderr.write(`Usage: npm run bench -- ${Object.keys(benches).join(' | ')}\n`);
  process.exitCode = 2;
} else {
  process.exitCode = (await bench()) ? 0 : 1;
}
