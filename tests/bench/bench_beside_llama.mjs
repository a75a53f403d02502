// Headlight beside llama.cpp on the same GGUF files, in turns, in one run: the best of several rounds each.
//   node bench_beside_llama.mjs BENCH_PACKED FILE.gguf… [--llama FOLDER] [--threads 2] [--rounds 5]
//                               [--tokens 128,512] [--json FILE]
// BENCH_PACKED is the program of that name, FOLDER one in which `npm install node-llama-cpp@3.21.1` was run (its
// prebuilt libraries), the working folder unless given. A line for each file and length: a prompt of so many tokens,
// and one token after the last prompt ("token"), without and with flash attention in llama.cpp. Headlight opens the file
// anew in each round, and its first prompt, for which the system maps the file page by page, is told apart. Headlight keeps what
// the attention of every head is made of; llama.cpp keeps none. "work" is the processor time of all threads, which
// other programs on the machine disturb less.

import {spawn} from "node:child_process";
import {writeFileSync} from "node:fs";
import {resolve} from "node:path";
import {createInterface} from "node:readline";
import {parseArgs} from "node:util";
import {pathToFileURL} from "node:url";

const {values: options, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    llama: {type: "string", default: "."},
    threads: {type: "string", default: "2"},
    rounds: {type: "string", default: "5"},
    tokens: {type: "string", default: "128,512"},
    json: {type: "string"},
  },
});
const [program, ...files] = positionals;
if (!program || files.length === 0) {
  console.error("usage: bench_beside_llama.mjs BENCH_PACKED FILE.gguf… [--llama FOLDER] [--threads N] [--rounds N]");
  process.exit(2);
}
const threads = Number(options.threads), lengths = options.tokens.split(",").map(Number);

/// The ids that bench_packed makes, too.
const idsOf = (count) => Array.from({length: count}, (_, i) => 5 + i * 7919 % (128000 - 5));

/// bench_packed with a file.
function startHeadlight(file) {
  const child = spawn(program, [file, String(threads)], {stdio: ["pipe", "pipe", "inherit"]});
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  return {
    async ask(line) {
      child.stdin.write(line + "\n");
      const {value, done} = await lines.next();
      if (done) throw new Error(`${program} ended`);
      return JSON.parse(value);
    },
    stop: () => child.stdin.end(),
  };
}

/// Seconds by the clock and of all threads that `work` takes.
async function timeOf(work) {
  const before = process.cpuUsage(), start = performance.now();
  await work();
  const used = process.cpuUsage(before);
  return {clock: (performance.now() - start) / 1e3, work: (used.user + used.system) / 1e6};
}

/// Reads `ids` and gives the likeliest next token, so that llama.cpp makes the logits of the last one, too: it leaves out
/// the output matrix, and most of the last layer, where nobody asks for logits.
const read = (sequence, ids) => sequence.controlledEvaluate(
    [...ids.slice(0, -1), [ids.at(-1), {generateNext: {token: true, options: {temperature: 0}}}]]);

/// Keeps the less of each number.
function keepLess(best, key, found) {
  const old = best[key] ?? {clock: Infinity, work: Infinity};
  best[key] = {clock: Math.min(old.clock, found.clock), work: Math.min(old.work, found.work)};
}

const {getLlama, LlamaLogLevel} = await import(
    pathToFileURL(resolve(options.llama, "node_modules/node-llama-cpp/dist/index.js")));
const llama = await getLlama({gpu: false, build: "never", maxThreads: 0, logLevel: LlamaLogLevel.error});
const results = [];
for (const file of files) {
  const model = await llama.loadModel({modelPath: resolve(file)});
  const headlight = startHeadlight(file);
  const contexts = [];
  for (const flash of [false, true]) {
    const context = await model.createContext({
      contextSize: Math.max(...lengths) + 64, batchSize: 512, threads, flashAttention: flash});
    contexts.push({name: flash ? "flash" : "plain", sequence: context.getSequence()});
  }
  const best = {};
  for (let round = 0; round < Number(options.rounds); ++round) {
    keepLess(best, "open", await headlight.ask("open"));
    keepLess(best, "first", await headlight.ask(`prompt ${lengths[0]}`));
    for (const length of lengths) {
      keepLess(best, `ours ${length}`, await headlight.ask(`prompt ${length}`));
      for (const {name, sequence} of contexts) {
        await sequence.clearHistory();
        keepLess(best, `${name} ${length}`,
                 await timeOf(() => read(sequence, idsOf(length))));
      }
    }
    for (let repeat = 0; repeat < 4; ++repeat) {
      keepLess(best, "ours token", await headlight.ask("token"));
      for (const {name, sequence} of contexts)
        keepLess(best, `${name} token`, await timeOf(() => read(sequence, [1000 + repeat])));
    }
  }
  const memory = await headlight.ask("memory");
  headlight.stop();
  await model.dispose();
  console.log(`${file}: opened in ${best.open.clock.toFixed(3)} s, its first prompt of ${lengths[0]} in ` +
              `${best.first.clock.toFixed(3)} s, ${memory.own} MiB of its own in the end`);
  for (const what of [...lengths, "token"]) {
    const ours = best[`ours ${what}`];
    let line = `  ${String(what).padStart(5)}: ours ${ours.clock.toFixed(4)} s (work ${ours.work.toFixed(4)})`;
    for (const {name} of contexts) {
      const theirs = best[`${name} ${what}`];
      line += `; ${name} ${theirs.clock.toFixed(4)} s (work ${theirs.work.toFixed(4)}), ` +
          `${(theirs.clock / ours.clock).toFixed(2)} times as fast (by work ${(theirs.work / ours.work).toFixed(2)})`;
    }
    console.log(line);
  }
  results.push({file, threads, best, memory});
}
if (options.json) writeFileSync(options.json, JSON.stringify(results, null, 1));
process.exit(0);
