// The forward pass beside what bounds it, all in one run: every figure is a ratio of times taken in turns, the best of
// several rounds each. Google Benchmark's options apply (--benchmark_filter, --benchmark_out=FILE).
//   bench_forward [OPTIONS]
//   bench_forward make FOLDER                          the made-up models "bert", "gpt2" and "gpt"
//   bench_forward once MODEL TOKENS ROUNDS             one line of JSON, for bench_beside_torch.py
// Models are made in HEADLIGHT_BENCH_FOLDER, or a folder of the system's for temporary files.

#include <benchmark/benchmark.h>
#include <cblas.h>
#ifdef HEADLIGHT_ONEDNN
#include <omp.h>
#include <oneapi/dnnl/dnnl.h>
#endif

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>
#include <vector>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/base/heap.h"
#include "core/base/parallel.h"
#include "core/model/architecture.h"
#include "core/model/model.h"
#include "core/model/weights.h"
#include "core/ops/gemm.h"
#include "tests/bench/made_up_model.h"
#include "tests/bench/process_memory.h"
#include "ui/figures/atlas/atlas_figure.h"

namespace {

using namespace headlight;
namespace fs = std::filesystem;

/// Seconds by the clock, and of all threads together, which other programs disturb less.
struct Seconds {
  double clock = 1e9, work = 1e9;

  void keepLess(const Seconds& other) {
    clock = std::min(clock, other.clock);
    work = std::min(work, other.work);
  }
};

/// What `work` takes.
template <class Work>
Seconds timeOf(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t before = std::clock();
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
          static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC};
}

fs::path folderOf(const std::string& shape) {
  const char* chosen = std::getenv("HEADLIGHT_BENCH_FOLDER");
  return (chosen ? fs::path(chosen) : fs::temp_directory_path() / "headlight-bench") / shape;
}

const Model& modelOf(const std::string& shape) {
  static std::map<std::string, std::shared_ptr<const Model>> models;
  auto& model = models[shape];
  if (!model) {
    bench::makeModel(shape, folderOf(shape));
    model = Model::open(folderOf(shape));
  }
  return *model;
}

Encoding encodingOf(const Model& model, Index tokens) {
  Encoding encoding;
  for (Index i = 0; i < tokens; ++i) {
    Token token;
    token.id = 5 + i * 7919 % (model.info().vocabulary - 5);
    encoding.tokens.push_back(token);
  }
  return encoding;
}

RunOptions withoutLogits() {
  RunOptions options;
  options.logits = false;
  return options;
}

// ---- The products of a forward pass by themselves ----

/// All products of one shape in a pass: `count` times [rows, depth] · [depth, columns].
struct Product {
  std::string name;
  Index rows, depth, columns;
  bool transposed;
  std::vector<const Linear*> weights;  ///< Those of the model; none where heads multiply with one another.
  int heads = 0;
};

std::vector<Product> productsOf(const Model& model, Index rows) {
  const Weights& w = model.weights();
  std::map<std::string, std::vector<const Linear*>> linears;
  const auto add = [&](const char* name, const Linear& linear) {
    if (!linear.empty()) linears[name].push_back(&linear);
  };
  for (const LayerWeights& layer : w.layers) {
    for (const Linear* one : {&layer.attention.query, &layer.attention.key, &layer.attention.value})
      add("query, key, value", *one);
    add("fused query, key, value", layer.attention.qkv);
    add("output", layer.attention.output);
    add("feed-forward in", layer.feedForward.in);
    add("feed-forward gate", layer.feedForward.gate);
    add("feed-forward out", layer.feedForward.output);
  }
  std::vector<Product> products;
  for (const auto& [name, list] : linears)
    products.push_back({name, rows, list[0]->in(), list[0]->out(), !list[0]->inOut, list});
  const ModelInfo& info = model.info();
  products.push_back({"scores", rows, info.dHead, rows, true, {}, info.layers * info.heads});
  products.push_back({"mixing", rows, rows, info.dHead, false, {}, info.layers * info.heads});
  return products;
}

/// Tiles are the products as core cuts them, each tile on one thread.
enum class Library { OpenBlas, Tiles, OneDnn };

void sgemm(Library library, bool transposed, Index m, Index n, Index k, const float* a, const float* b, Index ldb,
           float* c) {
#ifdef HEADLIGHT_ONEDNN
  if (library != Library::OpenBlas) {
    dnnl_sgemm('N', transposed ? 'T' : 'N', m, n, k, 1, a, k, b, ldb, 0, c, n);
    return;
  }
#endif
  (void)library;
  cblas_sgemm(CblasRowMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans, static_cast<int>(m),
              static_cast<int>(n), static_cast<int>(k), 1, a, static_cast<int>(k), b, static_cast<int>(ldb), 0, c,
              static_cast<int>(n));
}

void setLibraryThreads(int threads) {
#ifdef HEADLIGHT_ONEDNN
  omp_set_num_threads(threads);
#endif
  openblas_set_num_threads(threads);
}

/// One pass over all products of a shape, the library's own way of using the threads.
void multiplyAll(const Product& p, Library library, const Matrix& a, const Matrix& b, Matrix& c) {
  const Index ldb = p.transposed ? p.depth : p.columns;
  if (p.heads == 0) {
    std::vector<float> buffer;
    for (const Linear* linear : p.weights) {
      if (library == Library::Tiles) {
        Linear bare = *linear;
        bare.bias.resize(0);
        apply(bare, Eigen::Map<const Matrix>(a.data(), p.rows, p.depth),
              Eigen::Map<Matrix>(c.data(), p.rows, p.columns));
      } else {
        sgemm(library, p.transposed, p.rows, p.columns, p.depth, a.data(),
              linear->weight.rowsAsFloats(0, linear->weight.rows(), buffer).data(), ldb, c.data());
      }
    }
    return;
  }
  // Heads side by side, each on one thread, as a library for batches would.
  setLibraryThreads(1);
  parallelFor(p.heads, [&](Index head) {
    thread_local Matrix out;
    thread_local const bool once = (setLibraryThreads(1), true);
    (void)once;
    out.resize(p.rows, p.columns);
    sgemm(library, p.transposed, p.rows, p.columns, p.depth, a.data() + head % 4, b.data() + head % 4, ldb, out.data());
  });
  setLibraryThreads(threadCount());
}

/// The pass, and its products in every library, in turns.
void share(benchmark::State& state, const std::string& shape, Index tokens) {
  const Model& model = modelOf(shape);
  const Encoding encoding = encodingOf(model, tokens);
  const std::vector<Product> products = productsOf(model, tokens);
  std::vector<Library> libraries{Library::OpenBlas, Library::Tiles};
#ifdef HEADLIGHT_ONEDNN
  libraries.push_back(Library::OneDnn);
#endif
  Index most = 0;
  for (const Product& p : products) most = std::max({most, p.rows * p.depth, p.depth * p.columns, p.rows * p.columns});
  const Matrix a = Matrix::Random(1, most + 8), b = Matrix::Random(1, most + 8);
  Matrix c(1, most);
  Seconds pass;
  std::vector<std::vector<std::vector<Seconds>>> rounds;  // By round, product, library.
  model.run(encoding, withoutLogits());
  for (auto _ : state) {
    const Seconds seconds = timeOf([&] { model.run(encoding, withoutLogits()); });
    state.SetIterationTime(seconds.clock);
    pass.keepLess(seconds);
    auto& times = rounds.emplace_back(products.size());
    for (const Library library : libraries) {
      setLibraryThreads(library == Library::Tiles ? 1 : threadCount());
      for (std::size_t i = 0; i < products.size(); ++i)
        times[i].push_back(timeOf([&] { multiplyAll(products[i], library, a, b, c); }));
    }
    setLibraryThreads(1);
  }
  // For each product the library that is quickest at its best; then the best round of them all together, since a round
  // takes about as long as a pass and meets as much of what else the machine does.
  const auto bestRound = [&](double Seconds::*kind, bool everyLibrary) {
    std::vector<std::size_t> chosen(products.size(), 0);
    for (std::size_t i = 0; i < products.size() && everyLibrary; ++i) {
      std::vector<double> least(libraries.size(), 1e9);
      for (const auto& times : rounds)
        for (std::size_t l = 0; l < libraries.size(); ++l) least[l] = std::min(least[l], times[i][l].*kind);
      chosen[i] = static_cast<std::size_t>(std::min_element(least.begin(), least.end()) - least.begin());
    }
    double best = 1e9;
    for (const auto& times : rounds) {
      double sum = 0;
      for (std::size_t i = 0; i < products.size(); ++i) sum += times[i][chosen[i]].*kind;
      best = std::min(best, sum);
    }
    return best;
  };
  double flops = 0;
  for (const Product& p : products)
    flops += 2.0 * static_cast<double>(p.rows * p.depth * p.columns) *
             (p.heads > 0 ? p.heads : static_cast<double>(p.weights.size()));
  state.counters["share_of_best_sgemm"] = bestRound(&Seconds::clock, true) / pass.clock;
  state.counters["share_of_best_sgemm_by_work"] = bestRound(&Seconds::work, true) / pass.work;
  state.counters["openblas_products_by_pass"] = bestRound(&Seconds::clock, false) / pass.clock;
  state.counters["GFLOPs"] = flops * 1e-9 / pass.clock;
  state.counters["pass_ms"] = pass.clock * 1e3;
  state.counters["pass_work_ms"] = pass.work * 1e3;
}

// ---- Pictures of all heads ----

constexpr Index kThumbnail = 48;

void thumbnails(benchmark::State& state, const std::string& shape, Index tokens) {
  const Model& model = modelOf(shape);
  const Encoding encoding = encodingOf(model, tokens);
  Seconds pass, drawing;
  for (auto _ : state) {
    std::shared_ptr<const Trace> trace;
    pass.keepLess(timeOf([&] { trace = model.run(encoding, withoutLogits()); }));
    const TraceMaps maps(trace);
    const Seconds seconds = timeOf([&] { computeAtlasData(maps, {0}, kThumbnail); });
    state.SetIterationTime(seconds.clock);
    drawing.keepLess(seconds);
  }
  state.counters["part_of_pass"] = drawing.clock / pass.clock;
  state.counters["part_of_pass_by_work"] = drawing.work / pass.work;
}

// ---- Typing ----

/// Reads every weight of the layers and the head once, on all threads: less is not possible for a token more.
float readWeights(const Model& model) {
  const Weights& w = model.weights();
  std::vector<const Linear*> linears{&w.headOutput};
  for (const LayerWeights& layer : w.layers)
    for (const Linear* one :
         {&layer.attention.query, &layer.attention.key, &layer.attention.value, &layer.attention.qkv,
          &layer.attention.output, &layer.feedForward.in, &layer.feedForward.gate, &layer.feedForward.output})
      linears.push_back(one);
  std::atomic<float> sum{0};
  for (const Linear* linear : linears)
    parallelRows(linear->weight.rows(), linear->weight.cols() / 16, [&](Index first, Index count) {
      std::vector<float> buffer;
      sum = sum + linear->weight.rowsAsFloats(first, count, buffer).sum();
    });
  return sum;
}

/// One token more than before, with what the model says after it, beside a run of the whole text.
void append(benchmark::State& state, const std::string& shape, Index tokens) {
  const Model& model = modelOf(shape);
  RunOptions begun;
  begun.resumeFrom = model.run(encodingOf(model, tokens));
  const Encoding longer = encodingOf(model, tokens + 1);
  Seconds whole, one, reading;
  for (auto _ : state) {
    whole.keepLess(timeOf([&] { model.run(longer)->logits.row(tokens); }));
    const Seconds seconds = timeOf([&] { model.run(longer, begun)->logits.row(tokens); });
    state.SetIterationTime(seconds.clock);
    one.keepLess(seconds);
    reading.keepLess(timeOf([&] { benchmark::DoNotOptimize(readWeights(model)); }));
  }
  state.counters["times_as_fast"] = whole.clock / one.clock;
  state.counters["times_as_fast_by_work"] = whole.work / one.work;
  state.counters["reading_the_weights_by_one_token"] = reading.clock / one.clock;
  state.counters["whole_ms"] = whole.clock * 1e3;
}

// ---- Experts ----

/// A mixture of 8 experts, of which 2 are chosen, beside the dense model of as many active weights, in turns: at most
/// 1.25 times as long.
void experts(benchmark::State& state, Index tokens) {
  const Model &mixture = modelOf("experts"), &dense = modelOf("as-many-active");
  const Encoding encoding = encodingOf(mixture, tokens);
  Seconds chosen, whole;
  mixture.run(encoding, withoutLogits());
  dense.run(encoding, withoutLogits());
  for (auto _ : state) {
    const Seconds seconds = timeOf([&] { mixture.run(encoding, withoutLogits()); });
    state.SetIterationTime(seconds.clock);
    chosen.keepLess(seconds);
    whole.keepLess(timeOf([&] { dense.run(encoding, withoutLogits()); }));
  }
  state.counters["by_dense"] = chosen.clock / whole.clock;
  state.counters["by_dense_by_work"] = chosen.work / whole.work;
}

// ---- Long texts ----

void growth(benchmark::State& state, Index tokens) {
  const Model& model = modelOf("gpt");
  const Encoding encoding = encodingOf(model, tokens);
  Seconds pass;
  double peak = 0;
  for (auto _ : state) {
    const double before = bench::memory("VmRSS");
    bench::forgetPeak();
    const Seconds seconds = timeOf([&] { model.run(encoding, withoutLogits()); });
    state.SetIterationTime(seconds.clock);
    pass.keepLess(seconds);
    peak = std::max(peak, bench::memory("VmHWM") - before);
  }
  state.counters["MiB"] = peak;
  state.counters["MiB_per_1k_tokens"] = peak / (static_cast<double>(tokens) / 1024);
  state.counters["whole_process_MiB"] = bench::memory("VmHWM");
  state.counters["us_per_token"] = pass.clock * 1e6 / static_cast<double>(tokens);
}

void registerAll() {
  const auto set = [](benchmark::internal::Benchmark* b, int rounds) {
    b->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(rounds);
  };
  for (const Index tokens : {Index{1}, Index{16}, Index{128}, Index{1024}})
    set(benchmark::RegisterBenchmark(("experts/" + std::to_string(tokens)).c_str(),
                                     [tokens](benchmark::State& b) { experts(b, tokens); }),
        10);
  for (const auto& [shape, tokens, rounds] :
       {std::tuple<const char*, Index, int>{"bert", 16, 40}, {"bert", 128, 20}, {"bert", 512, 8}, {"gpt2", 1024, 4}}) {
    const std::string name = std::string(shape) + "/" + std::to_string(tokens);
    const std::string s = shape;
    const Index n = tokens;
    set(benchmark::RegisterBenchmark(("share/" + name).c_str(), [s, n](benchmark::State& b) { share(b, s, n); }),
        rounds);
    set(benchmark::RegisterBenchmark(("thumbnails/" + name).c_str(),
                                     [s, n](benchmark::State& b) { thumbnails(b, s, n); }),
        rounds / 2);
  }
  set(benchmark::RegisterBenchmark("append/gpt2/512", [](benchmark::State& b) { append(b, "gpt2", 512); }), 8);
  set(benchmark::RegisterBenchmark("append/gpt2-bf16/512", [](benchmark::State& b) { append(b, "gpt2-bf16", 512); }),
      8);
  set(benchmark::RegisterBenchmark("append/gpt/128", [](benchmark::State& b) { append(b, "gpt", 128); }), 40);
  for (Index tokens = 1024; tokens <= 32768; tokens *= 2)
    set(benchmark::RegisterBenchmark(("growth/" + std::to_string(tokens)).c_str(),
                                     [tokens](benchmark::State& b) { growth(b, tokens); }),
        tokens > 8192 ? 1 : 3);
}

/// The pass and the thumbnails of every head, and the memory that both take above the weights.
int once(const std::string& shape, Index tokens, int rounds) {
  const Model& model = modelOf(shape);
  const Encoding encoding = encodingOf(model, tokens);
  model.run(encodingOf(model, 16), withoutLogits());
  std::vector<float> buffer;
  volatile float sum = readWeights(model);  // All weights are in memory now, the tables of embeddings too.
  for (const WeightMatrix* table : {&model.weights().tokens, &model.weights().positions})
    if (!table->empty()) sum = sum + table->rowsAsFloats(0, table->rows(), buffer).sum();
  const double before = bench::memory("VmRSS");
  bench::forgetPeak();
  Seconds pass, drawn;
  for (int i = 0; i < rounds; ++i) {
    std::shared_ptr<const Trace> trace;
    const Seconds run = timeOf([&] { trace = model.run(encoding, withoutLogits()); });
    const Seconds draw = timeOf([&] { computeAtlasData(TraceMaps(trace), {0}, kThumbnail); });
    pass.keepLess(run);
    drawn.keepLess({run.clock + draw.clock, run.work + draw.work});
  }
  double checksum = 0;
  const auto trace = model.run(encoding, withoutLogits());
  for (Index j = 0; j < 8; ++j) checksum += static_cast<double>(trace->hiddenStates.back()(tokens - 1, j));
  std::printf(
      "{\"pass\":%.6f,\"drawn\":%.6f,\"pass_work\":%.6f,\"drawn_work\":%.6f,\"mib\":%.1f,\"threads\":%d,"
      "\"library\":\"%s\",\"checksum\":%.6f}\n",
      pass.clock, drawn.clock, pass.work, drawn.work, bench::memory("VmHWM") - before, threadCount(), multiplierName(),
      checksum);
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  headlight::keepFreedMemory();
  const std::string command = argc > 1 ? argv[1] : "";
  if (command == "make" && argc == 3) {
    for (const char* shape : {"bert", "gpt2", "gpt"}) bench::makeModel(shape, fs::path(argv[2]) / shape);
    return 0;
  }
  if (command == "once" && argc == 5) return once(argv[2], std::stol(argv[3]), std::stoi(argv[4]));
  registerAll();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "bench_forward: %s\n", error.what());
  return 1;
}
