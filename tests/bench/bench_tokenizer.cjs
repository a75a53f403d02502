// Times our tokenizer and the npm package "tokenizers" on the same lines, one after the other, and prints the ratio.
//   node bench_tokenizer.cjs BENCH-PROGRAM TOKENIZERS-FOLDER TEXT-FILE [MEGABYTES] [ROUNDS] [NAME …]
// The package is looked for from NODE_PATH; without it nothing is compared.
const {execFileSync} = require('child_process');
const fs = require('fs');
const path = require('path');

function readLines(file, bytes) {
  const handle = fs.openSync(file, 'r');
  const buffer = Buffer.alloc(Math.min(fs.fstatSync(handle).size, bytes + 65536));
  fs.readSync(handle, buffer, 0, buffer.length, 0);
  fs.closeSync(handle);
  const lines = [];
  for (let at = 0, read = 0; read < bytes && at < buffer.length;) {
    let end = buffer.indexOf(10, at);
    if (end < 0) end = buffer.length;
    lines.push(buffer.toString('utf8', at, end));
    read += end - at + 1;
    at = end + 1;
  }
  return lines;
}

async function timeTheirs(folder, lines, rounds) {
  const {Tokenizer} = require('tokenizers');
  const tokenizer = Tokenizer.fromFile(path.join(folder, 'tokenizer.json'));
  let seconds = Infinity, tokens = 0;
  for (let round = 0; round < rounds; ++round) {
    tokens = 0;
    const start = process.hrtime.bigint();
    for (let first = 0; first < lines.length; first += 1000) {
      for (const encoding of await tokenizer.encodeBatch(lines.slice(first, first + 1000))) tokens += encoding.getLength();
    }
    seconds = Math.min(seconds, Number(process.hrtime.bigint() - start) / 1e9);
  }
  return {seconds, tokens};
}

async function main() {
  const [program, folder, file, megabytes = '10', rounds = '3', ...names] = process.argv.slice(2);
  if (!file) {
    console.error('usage: node bench_tokenizer.cjs BENCH-PROGRAM TOKENIZERS-FOLDER TEXT-FILE [MEGABYTES] [ROUNDS] [NAME …]');
    process.exit(2);
  }
  if (program === '--theirs') {
    // The other package's threads are set when it starts, so each setting is a process of its own.
    console.log(JSON.stringify(await timeTheirs(folder, readLines(file, Number(megabytes) * 1e6), Number(rounds))));
    return;
  }
  try {
    require.resolve('tokenizers');
  } catch {
    console.log('SKIPPED: the npm package "tokenizers" is not installed; install it somewhere and set NODE_PATH to its node_modules.');
    return;
  }
  const chosen = names.length ? names : ['gpt2', 'bert-base-uncased', 'llama-2', 't5-small'];
  const theirs = (name, parallel) => JSON.parse(execFileSync(
      process.execPath, [__filename, '--theirs', path.join(folder, name), file, megabytes, rounds],
      {env: {...process.env, TOKENIZERS_PARALLELISM: parallel}, encoding: 'utf8'}));
  console.log('tokenizer             threads   ours MB/s   theirs MB/s   ours is');
  for (const name of chosen) {
    const ours = JSON.parse(execFileSync(program, [path.join(folder, name), file, megabytes, rounds], {encoding: 'utf8'}));
    for (const [threads, seconds, parallel] of [[1, ours.one, 'false'], [ours.cores, ours.all, 'true']]) {
      const other = theirs(name, parallel);
      const speed = (s) => (Number(megabytes) / s).toFixed(2).padStart(10);
      const agree = other.tokens === ours.tokens ? '' : `  TOKENS DIFFER: ${ours.tokens} and ${other.tokens}`;
      console.log(`${name.padEnd(22)}${String(threads).padStart(7)}  ${speed(seconds)}    ${speed(other.seconds)}   ` +
                  `${(other.seconds / seconds).toFixed(2)} times as fast${agree}`);
    }
  }
}

main();
