#include "core/corpus/corpus_run.h"

#include <algorithm>
#include <new>
#include <span>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/parallel.h"
#include "core/corpus/corpus_input.h"
#include "core/corpus/text_batches.h"
#include "core/corpus/text_hash.h"
#include "core/text/token_names.h"

namespace headlight {
namespace {

/// One text of a batch and what came of it.
struct Measurement {
  CorpusText text;
  Encoding read;
  std::optional<Encoding> target;  ///< Of an encoder–decoder model.
  TextStats stats;
  bool cut = false;

  Index rows() const { return static_cast<Index>(read.size()); }
};

/// What `work` throws is the text's problem.
void attempt(Measurement& one, const std::function<void()>& work) {
  if (!one.text.problem.empty()) return;
  try {
    work();
  } catch (const Error& error) {
    one.text.problem = error.what();
  } catch (const std::bad_alloc&) {
    one.text.problem = "out of memory";
  }
}

void measureTrace(const CorpusStats& stats, const std::shared_ptr<const Trace>& trace, Measurement& one) {
  const TraceMaps maps(trace, stats.model.attention);
  std::vector<Visibility> visibility;
  for (const AttentionRecord& layer : trace->records(stats.model.attention))
    visibility.push_back(layer.rule->visibility);
  one.stats = measureText(maps, visibility, one.text, stats.patterns);
}

void measureAlone(const Source& model, const CorpusStats& stats, Measurement& one) {
  attempt(one, [&] {
    RunOptions options;
    options.logits = false;
    options.target = one.target;
    measureTrace(stats,
                 model.model->runsJointly() ? model.model->runJointly({one.read}).front()
                                            : model.model->run(one.read, options),
                 one);
  });
}

/// Texts that run in one pass; where one of them cannot, each runs alone.
void measureJointly(const Source& model, const CorpusStats& stats, std::span<Measurement* const> pass) {
  std::vector<std::shared_ptr<const Trace>> traces;
  if (pass.size() > 1) {
    std::vector<Encoding> encodings;
    for (const Measurement* one : pass) encodings.push_back(one->read);
    try {
      traces = model.model->runJointly(encodings);
    } catch (const Error&) {  // Which text it is shows when each runs alone.
    } catch (const std::bad_alloc&) {
    }
  }
  for (std::size_t i = 0; i < pass.size(); ++i)
    if (traces.empty())
      measureAlone(model, stats, *pass[i]);
    else
      attempt(*pass[i], [&] { measureTrace(stats, traces[i], *pass[i]); });
}

/// Those texts of a batch that can be read, cut into passes of so many rows that products are quick, and that there is
/// one for each thread.
std::vector<std::vector<Measurement*>> passesOf(const Source& model, std::vector<Measurement>& batch) {
  constexpr Index kQuickRows = 128;
  Index rows = 0;
  for (const Measurement& one : batch) rows += one.rows();
  const Index most = model.model->runsJointly() ? std::min(kQuickRows, rows / threadCount()) : 0;
  std::vector<std::vector<Measurement*>> passes;
  Index filled = 0;
  for (Measurement& one : batch) {
    if (!one.text.problem.empty()) continue;
    if (passes.empty() || filled + one.rows() > most) {
      passes.emplace_back();
      filled = 0;
    }
    passes.back().push_back(&one);
    filled += one.rows();
  }
  return passes;
}

void measureBatch(const Source& model, const CorpusStats& stats, std::vector<Measurement>& batch) {
  sideBySide(model, batch.size(), [&](std::size_t i) {
    attempt(batch[i], [&] {
      CorpusInput input = corpusInput(model, batch[i].text, stats.maxTokens);
      batch[i].read = std::move(input.tokens.read.encoding);
      batch[i].target = std::move(input.tokens.target);
      batch[i].cut = input.cut;
    });
  });
  const auto passes = passesOf(model, batch);
  sideBySide(model, passes.size(), [&](std::size_t i) { measureJointly(model, stats, passes[i]); });
}

void addBatch(CorpusStats& stats, std::vector<Measurement>& batch, const Tokenizer* tokenizer) {
  std::vector<std::pair<const TextStats*, KeptText>> added;
  for (Measurement& one : batch) {
    CorpusText& text = one.text;
    if (!text.problem.empty()) {
      stats.skip({text.place, text.problem});
      continue;
    }
    stats.cut += one.cut ? 1 : 0;
    stats.replaced += text.replaced > 0 ? 1 : 0;
    for (const std::int64_t id : one.stats.tokens) {
      if (id < 0 || static_cast<std::size_t>(id) >= stats.tokenNames.size()) continue;
      std::string& name = stats.tokenNames[static_cast<std::size_t>(id)];
      if (name.empty()) name = tokenizer ? tokenizer->displayOf(id) : std::to_string(id);
    }
    added.emplace_back(&one.stats, KeptText{text.place, text.text, text.label, text.second, text.ids});
  }
  stats.add(added);
}

}  // namespace

CorpusStats emptyStats(const Source& model, const Corpus& corpus, const CorpusSettings& settings) {
  if (!model.model || model.readsImages() || model.sounds)
    throw Error("'" + model.name + "': expected a model that reads texts, found another");
  const AttentionType attention = settings.attention;
  const auto attentions = model.model->attentions();
  const auto of = std::find_if(attentions.begin(), attentions.end(),
                               [&](const ModelAttention& each) { return each.type == attention; });
  if (of == attentions.end() || attention == AttentionType::Cross || attention == AttentionType::Vision)
    throw Error("'" + model.name + "': expected attention of a text over itself, found " +
                std::string(nameOf(attention)));
  constexpr Index kFewest = 2;
  if (settings.maxTokens < kFewest) throw Error("corpus: expected at least 2 tokens of each text");
  MeasuredModel measured{model.name, model.info.family, model.info.architecture, {}, attention, 0, 0};
  std::vector<std::filesystem::path> files;
  if (isFolder(model.path)) {
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(model.path, failed)) {
      const std::string kind = entry.path().extension().string();
      if (isFile(entry.path()) && (kind == ".safetensors" || kind == ".bin" || kind == ".json" || kind == ".gguf"))
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
  } else if (isFile(model.path)) {
    files.push_back(model.path);
  }
  measured.identity = hexText(mixed(hashOfFiles(files), static_cast<std::uint64_t>(model.info.parameters)));
  measured.layers = static_cast<int>(of->heads.size());
  measured.heads = of->heads.empty() ? 0 : of->heads.front();
  if (measured.layers < 1 || measured.heads < 1 ||
      std::any_of(of->heads.begin(), of->heads.end(), [&](int heads) { return heads != measured.heads; }))
    throw Error("'" + model.name + "': expected layers with the same number of heads");
  Index most = settings.maxTokens;
  if (model.info.maxPositions > 0) most = std::min(most, model.info.maxPositions);
  CorpusStats stats(std::move(measured), model.info.vocabulary, settings.patterns, most);
  const CorpusSpec& spec = corpus.spec();
  std::string source;
  for (const std::filesystem::path& file : spec.files)
    source += (source.empty() ? "" : ", ") + absolutePath(file).filename().string();
  if (spec.files.empty()) source = "random tokens";
  stats.parts.push_back({corpus.identity(), source, spec.shard, spec.shards});
  stats.next = 0;
  return stats;
}

void runCorpus(const Source& model, Corpus& corpus, CorpusStats& stats,
               const std::function<bool(const CorpusProgress&)>& after) {
  corpus.skipTo(stats.next.value_or(0));
  const bool ended = forEachBatch<Measurement>(
      model, corpus, [&](std::vector<Measurement>& batch) { measureBatch(model, stats, batch); },
      [&](std::vector<Measurement>& batch, bool more) {
        addBatch(stats, batch, model.tokenizer.get());
        if (more)
          stats.next = batch.back().text.number + 1;
        else
          stats.next.reset();
      },
      after);
  if (ended) model.model->checkFiles();
}

void checkSameRun(const CorpusStats& stats, const CorpusStats& wanted, const std::string& place) {
  const auto check = [&](bool same, const std::string& what) {
    if (!same) throw Error(place + ": expected a part of the same run, found another " + what);
  };
  check(stats.model.identity == wanted.model.identity && stats.model.attention == wanted.model.attention, "model");
  check(stats.parts == wanted.parts, "corpus, sample or shard");
  check(stats.maxTokens == wanted.maxTokens, "--max-tokens");
  check(stats.patterns == wanted.patterns, "list of patterns");
}

}  // namespace headlight
