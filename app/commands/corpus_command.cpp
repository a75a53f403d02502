#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <ostream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/corpus_argument.h"
#include "app/decoder_argument.h"
#include "app/terminal_progress.h"
#include "app/usage_error.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/parallel.h"
#include "core/corpus/comparison/checkpoints.h"
#include "core/corpus/corpus_run.h"
#include "core/corpus/corpus_tables.h"
#include "core/corpus/stats_file.h"

namespace headlight {
namespace {

constexpr std::string_view kStatsEnd = ".headstats";

struct CorpusArguments {
  ModelArgument model;
  AttentionArgument attention;
  CorpusArgument corpus;
  std::vector<std::string> patterns;
  std::string shard, output;
  double checkpoint = 60;
  int threads = 0;
  bool resume = false, progress = false;
};

/// A file of statistics by its name, so that a wrong one is known before a model runs.
std::string wrongStatsName(const std::string& name) {
  return name.ends_with(kStatsEnd) ? std::string() : "expected a name ending in .headstats, found '" + name + "'";
}

CorpusSpec specOf(const CorpusArguments& a, const Source& model) {
  CorpusSpec spec = a.corpus.spec(model);
  char rest = 0;
  if (!a.shard.empty() && (std::sscanf(a.shard.c_str(), "%d/%d%c", &spec.shard, &spec.shards, &rest) != 2 ||
                           spec.shards < 1 || spec.shard < 1 || spec.shard > spec.shards))
    throw UsageError("--shard: expected 1/N to N/N, found '" + a.shard + "'");
  return spec;
}

/// "1200 texts, 35.2 texts/s"
std::string rateText(const CorpusProgress& progress) {
  const double rate = progress.seconds > 0 ? static_cast<double>(progress.counted) / progress.seconds : 0;
  char text[64];
  std::snprintf(text, sizeof text, "%lld texts, %.1f texts/s", static_cast<long long>(progress.counted), rate);
  return text;
}

/// The same with ", 2:05 left".
std::string progressText(const CorpusProgress& progress) {
  const double left = progress.part > 0 ? progress.seconds * (1 - progress.part) / progress.part : 0;
  constexpr double kMinute = 60;
  char text[64];
  std::snprintf(text, sizeof text, ", %.0f:%02d left", std::floor(left / kMinute),
                static_cast<int>(std::fmod(left, kMinute)));
  return rateText(progress) + text;
}

/// Runs `model`, or goes on with a run, and keeps what is done beside `output` until it is whole.
void run(const CorpusArguments& a, const Source& model, const std::string& output, Remarks& remarks) {
  Corpus corpus(specOf(a, model));
  CorpusSettings settings;
  settings.maxTokens = static_cast<Index>(a.corpus.maxTokens);
  if (a.attention.given())
    settings.attention = a.attention.type(model);
  else if (model.translates())
    settings.attention = AttentionType::Encoder;
  for (const std::string& pattern : a.patterns) settings.patterns.push_back(asTyped([&] { return parsePattern(pattern); }));
  CorpusStats stats = emptyStats(model, corpus, settings);
  const std::filesystem::path partial = output + ".partial";
  std::error_code ignored;
  if (a.resume && isFile(output)) {
    CorpusStats finished = readStats(output);
    checkSameRun(finished, stats, "--resume '" + output + "'");
    std::filesystem::remove(partial, ignored);
    remarks.add({"'" + output + "' is whole; nothing is left to do."});
    return;
  }
  if (a.resume && isFile(partial)) {
    CorpusStats begun = readStats(partial);
    checkSameRun(begun, stats, "--resume '" + partial.string() + "'");
    stats = std::move(begun);
  }
  const TerminalProgress terminal = a.progress ? TerminalProgress(std::cerr, true) : TerminalProgress();
  const Progress tell = terminal.progress();
  using Clock = std::chrono::steady_clock;
  auto kept = Clock::now(), told = kept;
  CorpusProgress last;
  runCorpus(model, corpus, stats, [&](const CorpusProgress& progress) {
    const auto now = Clock::now();
    last = progress;
    if (stats.next && std::chrono::duration<double>(now - kept).count() >= a.checkpoint) {
      writeStats(stats, partial);
      kept = Clock::now();
    }
    if (!stats.next || now - told > std::chrono::seconds(1)) {
      tell(progress.part, progressText(progress));
      told = now;
    }
    return true;
  });
  if (a.progress) remarks.add({"'" + output + "': " + rateText(last) + "."});
  // A shard of few texts may have none.
  if (stats.texts == 0 && (stats.skipped > 0 || stats.parts.front().shards == 1))
    remarks.add({stats.skipped > 0 ? "No text could be read." : "There is no text in these files."});
  writeStats(stats, output);
  std::filesystem::remove(partial, ignored);
  remarks.add(remarksOf(stats));
}

/// The same of every checkpoint in the folder that --model names, each into a file of its name in the folder
/// `a.output`.
void runCheckpoints(const CorpusArguments& a, const std::vector<TrainingState>& states, Remarks& remarks) {
  std::error_code failed;
  std::filesystem::create_directories(a.output, failed);
  if (!isFolder(a.output)) throw Error("'" + a.output + "': expected a folder for the statistics of checkpoints");
  for (const TrainingState& state : states) {
    const Source model = openModelSource(state.folder);
    remarks.add(model.remarks);
    run(a, model, (std::filesystem::path(a.output) / (state.name + std::string(kStatsEnd))).string(), remarks);
  }
}

/// One model into a file, or a folder of checkpoints into a folder.
void runAll(const CorpusArguments& a, Remarks& remarks) {
  const std::filesystem::path training = findTraining(a.model.name);
  const std::vector<TrainingState> states = trainingStatesIn(training);
  if (a.output.ends_with(kStatsEnd)) {
    // A repository of the cache is a model too: its main revision.
    if (!states.empty() && !isFolder(training / "snapshots"))
      throw UsageError("--output: expected a folder for the " + std::to_string(states.size()) + " checkpoints in '" +
                       a.model.name + "', found '" + a.output + "'");
    return run(a, a.model.open(remarks), a.output, remarks);
  }
  if (states.empty())
    throw UsageError("--output: " + wrongStatsName(a.output) +
                     "; a folder takes the statistics of the checkpoints in a folder that --model names");
  runCheckpoints(a, states, remarks);
}

struct MergeArguments {
  std::vector<std::string> files;
  std::string output;
};

}  // namespace

Action addCorpusCommand(CLI::App& app) {
  const auto a = std::make_shared<CorpusArguments>();
  a->model.addTo(app);
  a->attention.addTo(app, "Heads of the encoder (default) or of the decoder of an encoder–decoder model");
  a->corpus.addTo(app);
  app.add_option("--pattern", a->patterns,
                 "Also score every head by a pattern (repeat for several): previous, next, own, offset:N, duplicate, "
                 "induction, first-of-sentence, brackets, span:FROM>TO, token:FROM>TO, same:COLUMN, "
                 "tag:COLUMN=FROM>TO, head, dependent, deprel:NAME, cells:4>3,5>4")
      ->allow_extra_args(false)
      ->type_name("PATTERN");
  app.add_option("--shard", a->shard, "Read part K of N: texts K, K + N, …; merge joins the parts")->type_name("K/N");
  app.add_flag("--resume", a->resume, "Continue a run that was stopped, from OUT.headstats.partial");
  app.add_option("--checkpoint", a->checkpoint, "Seconds between two saves of OUT.headstats.partial")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  app.add_option("--threads", a->threads, "Number of threads (default: one per core)")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  app.add_flag("--progress", a->progress, "Show progress, rate and time left on the error stream");
  app.add_option("-o,--output", a->output,
                 "Output file: .headstats; a folder where --model names a folder of checkpoints, for a file each")
      ->type_name("OUT.headstats|FOLDER")
      ->required();
  return [a](std::ostream&, Remarks& remarks) {
    a->corpus.check();
    if (a->threads > 0) setThreadCount(a->threads);
    runAll(*a, remarks);
  };
}

Action addMergeCommand(CLI::App& app) {
  const auto a = std::make_shared<MergeArguments>();
  app.add_option("files", a->files, "Parts of one run, or runs of one model over several corpora")
      ->type_name("FILE.headstats")
      ->required();
  app.add_option("-o,--output", a->output, "Output file: .headstats")
      ->type_name("OUT.headstats")
      ->check(CLI::Validator(wrongStatsName, ""))
      ->required();
  return [a](std::ostream&, Remarks& remarks) {
    CorpusStats all = readStats(a->files.front());
    for (std::size_t i = 1; i < a->files.size(); ++i) {
      try {
        all.merge(readStats(a->files[i]));
      } catch (const Error& error) {
        const std::string what = error.what();
        throw Error(what.starts_with("'") ? what : "'" + a->files[i] + "': " + what);
      }
    }
    if (all.next) throw Error("'" + a->files.front() + "': merge: expected finished parts; --resume finishes it");
    writeStats(all, a->output);
    remarks.add(remarksOf(all));
  };
}

}  // namespace headlight
