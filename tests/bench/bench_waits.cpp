// What takes longest, and most memory, where it is easily overlooked: time, processor time of all threads and the most
// memory beyond what was there before, one line each. Models with random weights are written into FOLDER once. usage:
// bench_waits FOLDER [POINT …]

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/analysis/effect.h"
#include "core/analysis/logit_lens.h"
#include "core/analysis/methods.h"
#include "core/analysis/metrics.h"
#include "core/analysis/similarity.h"
#include "core/attention/lenses/grouped_maps.h"
#include "core/attention/lenses/row_lenses.h"
#include "core/attention/lenses/subset_maps.h"
#include "core/attention/trace_maps.h"
#include "core/generation/generation.h"
#include "core/io/attention_export.h"
#include "core/reading/draws.h"
#include "tests/bench/made_up_model.h"
#include "tests/bench/process_memory.h"

using namespace headlight;
using namespace headlight::bench;
namespace fs = std::filesystem;

namespace {

fs::path g_folder;

ModelFolder opened(const std::string& shape) {
  makeModel(shape, g_folder / shape);
  ModelFolder folder;
  folder.name = shape;
  folder.model = Model::open(g_folder / shape);
  return folder;
}

/// `count` tokens, of `different` kinds.
Encoding tokens(Index count, Index different = 997) {
  Encoding encoding;
  for (Index i = 0; i < count; ++i) {
    Token token;
    token.id = 5 + i % different;
    token.display = token.text = " w" + std::to_string(i % different);
    encoding.tokens.push_back(token);
  }
  return encoding;
}

std::shared_ptr<const Trace> readBy(const ModelFolder& folder, const Encoding& encoding) {
  RunOptions options;
  options.logits = folder.model->info().head != OutputHeadKind::None;
  return folder.model->run(encoding, options);
}

/// Prints what `work` takes.
void measure(const std::string& what, const std::function<void()>& work) {
  forgetPeak();
  const double before = memory("VmRSS");
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t began = std::clock();
  work();
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  std::printf("%-64s %10.1f ms, %10.1f ms of processors, %6.0f MiB\n", what.c_str(), taken.count(),
              1000.0 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC, memory("VmHWM") - before);
  std::fflush(stdout);
}

void deberta() {
  const ModelFolder model = opened("deberta");
  const Encoding text = tokens(40);
  std::vector<std::shared_ptr<const Trace>> traces = {readBy(model, text)};
  measure("deberta: ten runs over 40 tokens, all kept", [&] {
    for (int i = 0; i < 10; ++i) traces.push_back(readBy(model, text));
  });
}

void contributionsTable() {
  const ModelFolder model = opened("gpt2");
  const auto trace = readBy(model, tokens(128));
  ExportChoice choice;
  choice.layers = {5};
  choice.method = "contributions";
  choice.attention = {{AttentionType::Self, attentionBy(Method::Contributions, model.model, trace)}};
  measure("contributions: one layer of 128 tokens as CSV",
          [&] { exportAttention(g_folder / "contributions.csv", trace, choice); });
}

void attribution() {
  const ModelFolder model = opened("gpt2");
  const auto trace = readBy(model, tokens(1024));
  measure("attribution: a logit at the last of 1,024 tokens", [&] { attributeLogit(*model.model, *trace, 1023, 7); });
}

void equalTokens() {
  const ModelFolder model = opened("gpt");
  const auto trace = readBy(model, tokens(32000, 1));
  const TraceMaps maps(trace);
  measure("metrics: one head of 32,000 equal tokens", [&] { computeMetrics(maps, {1, 1}); });
}

void draws() {
  const ModelFolder model = opened("gpt2");
  const Encoding text = tokens(512);
  RunOptions options;
  options.interventions = {Dropout{0.1, 1, 5, {}}};
  options.resumeFrom = readBy(model, text);
  measure("draws: five of a dropout over 512 tokens, the answer of the last", [&] {
    const DropoutRun run = runDropoutDraws(*model.model, text, options);
    run.trace->logits.row(511);
    run.deviation.row(511);
  });
}

void generation() {
  const ModelFolder model = opened("gpt");
  for (const Index count : {1000, 16000}) {
    const Encoding text = tokens(count);
    GenerationOptions options;
    std::clock_t first = 0;
    options.tokens = 65;
    std::size_t steps = 0;
    options.onToken = [&](const Generation&) {
      if (steps++ == 0) first = std::clock();
    };
    generate(model, text, options);
    const double taken = 1000.0 * static_cast<double>(std::clock() - first) / CLOCKS_PER_SEC;
    std::printf("generation: a token behind %5lld %49s %10.2f ms of processors\n", static_cast<long long>(count), "",
                taken / static_cast<double>(steps - 1));
  }
}

void lenses() {
  const ModelFolder model = opened("gpt2");
  const auto trace = readBy(model, tokens(1024));
  const auto maps = std::make_shared<const TraceMaps>(trace);
  const auto words = spanGroups(maps->queryTokens(), {});
  const auto all = tokensWhere(maps->queryTokens(), [](Index, const Token&) { return true; });
  auto some = all;
  some.erase(some.begin());
  const std::map<std::string, std::shared_ptr<const AttentionMaps>> seen = {
      {"strongest", std::make_shared<TopMaps>(maps, 5)},
      {"largest weight", std::make_shared<RowMaximumMaps>(maps)},
      {"words", std::make_shared<GroupedMaps>(maps, words, words)},
      {"without the first", std::make_shared<SubsetMaps>(maps, all, some, RemovedMass::Renormalised)}};
  for (const auto& [name, lens] : seen)
    measure("lens: " + name + ", six heads of 1,024 tokens", [lens = lens] {
      for (int head = 0; head < 6; ++head) lens->weights({3, head});
    });
  measure("lens: two heads of 1,024 tokens compared, six times", [&] {
    for (int head = 0; head < 6; ++head) compareHeads(*maps, {3, head}, *maps, {4, head});
  });
}

void rollouts() {
  const ModelFolder model = opened("gpt");
  for (const Index count : {1024, 3072}) {
    const auto trace = readBy(model, tokens(count));
    measure("rollout: four layers of " + std::to_string(count) + " tokens",
            [&] { attentionBy(Method::Rollout, model.model, trace); });
  }
}

}  // namespace

int main(int argc, char* argv[]) {
  const std::vector<std::pair<std::string, void (*)()>> points = {
      {"deberta", deberta}, {"contributions", contributionsTable}, {"attribution", attribution},
      {"metrics", equalTokens}, {"draws", draws}, {"generation", generation}, {"lens", lenses}, {"rollout", rollouts}};
  if (argc < 2) return std::fprintf(stderr, "usage: bench_waits FOLDER [POINT …]\n"), 2;
  g_folder = argv[1];
  const std::vector<std::string> wanted(argv + 2, argv + argc);
  for (const auto& [name, run] : points)
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end()) run();
}
