#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <ostream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/decoder_argument.h"
#include "app/terminal_progress.h"
#include "app/usage_error.h"
#include "core/analysis/head_table.h"
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
  std::vector<std::string> texts, patterns;
  std::string format = "auto", shard, output;
  CorpusSpec spec;
  CorpusSettings settings;
  std::string sample = "1";
  std::int64_t limit = 0, maxTokens = 512;
  double checkpoint = 60;
  int threads = 0;
  bool resume = false, progress = false;
};

/// A file of statistics by its name, so that a wrong one is known before a model runs.
std::string wrongStatsName(const std::string& name) {
  return name.ends_with(kStatsEnd) ? std::string() : "expected a name ending in .headstats, found '" + name + "'";
}

/// A share as typed: "0.1" or "10%".
double shareIn(const std::string& typed) {
  char* end = nullptr;
  const double number = std::strtod(typed.c_str(), &end);
  const std::string rest(end);
  constexpr double kPercent = 100;
  const double share = rest == "%" ? number / kPercent : number;
  if (end == typed.c_str() || (!rest.empty() && rest != "%") || !(share > 0 && share <= 1))
    throw UsageError("--sample: expected a share of the texts above 0 and at most 1, or 100%, found '" + typed + "'");
  return share;
}

CorpusSpec specOf(const CorpusArguments& a, const Source& model) {
  CorpusSpec spec = a.spec;
  spec.files.assign(a.texts.begin(), a.texts.end());
  spec.format = static_cast<CorpusFormat>(
      std::find(kCorpusFormats.begin(), kCorpusFormats.end(), a.format) - kCorpusFormats.begin());
  if (a.limit > 0) spec.limit = a.limit;
  spec.share = shareIn(a.sample);
  char rest = 0;
  if (!a.shard.empty() && (std::sscanf(a.shard.c_str(), "%d/%d%c", &spec.shard, &spec.shards, &rest) != 2 ||
                           spec.shards < 1 || spec.shard < 1 || spec.shard > spec.shards))
    throw UsageError("--shard: expected 1/N to N/N, found '" + a.shard + "'");
  if (spec.format == CorpusFormat::Repeated) {
    const ProbeSetup probe = probeSetup(model);
    spec.candidates = probe.candidates;
    spec.begin = probe.begin;
    spec.end = probe.end;
  }
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
  CorpusSettings settings = a.settings;
  settings.maxTokens = static_cast<Index>(a.maxTokens);
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
  const std::vector<TrainingState> states = trainingStatesIn(a.model.name);
  if (a.output.ends_with(kStatsEnd)) {
    // A repository of the cache is a model too: its main revision.
    if (!states.empty() && !isFolder(std::filesystem::path(a.model.name) / "snapshots"))
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
  app.add_option("--texts", a->texts, "Files or folders of texts")->type_name("FILE…");
  std::vector<std::string> formats(kCorpusFormats.begin(), kCorpusFormats.end());
  addChoice(app, "--format", a->format,
            "How texts are stored (auto: by the name of each file): one a line, paragraphs, JSON Lines, a column of a "
            "table, CoNLL-U sentences, one a file, a template with slots, or none: repeated random tokens",
            formats);
  app.add_option("--field", a->spec.field, "JSON field, or column by name or number, of the text")
      ->type_name("NAME")
      ->capture_default_str();
  app.add_option("--second", a->spec.second, "That of the second text of a pair, or of the target")->type_name("NAME");
  app.add_option("--label", a->spec.label, "That of a label, which exemplars keep")->type_name("NAME");
  app.add_option("--spans", a->spec.spans, "JSON field of spans: {\"NAME\": [START, END], …} in characters")
      ->type_name("NAME");
  app.add_option("--limit", a->limit, "Read the first N texts (of the sample)")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  app.add_option("--sample", a->sample, "Draw this share of the texts, 0.1 or 10%")
      ->type_name("SHARE")
      ->capture_default_str();
  app.add_option("--seed", a->spec.seed, "Seed of the sample and of random tokens")->capture_default_str();
  app.add_option("--period", a->spec.period, "Repeated: number of random tokens")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  app.add_option("--times", a->spec.times, "Repeated: how often they are repeated")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  app.add_option("--max-tokens", a->maxTokens, "Cut longer texts, at most the model's trained length")
      ->check(CLI::Range(std::int64_t{2}, std::int64_t{1} << 20))
      ->capture_default_str();
  app.add_option("--pattern", a->patterns,
                 "Also score every head by a pattern (repeat for several): previous, next, own, offset:N, duplicate, "
                 "induction, first-of-sentence, brackets, span:FROM>TO, token:FROM>TO, same:COLUMN, "
                 "tag:COLUMN=FROM>TO, head, dependent, deprel:NAME")
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
    const bool repeated = a->format == "repeated";
    if (a->texts.empty() && !repeated) throw UsageError("--texts: expected files of texts, found none");
    if (repeated && !a->texts.empty()) throw UsageError("--format repeated: cannot be combined with --texts");
    if (repeated && a->limit == 0) throw UsageError("--format repeated: expected --limit N, since random texts never end");
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
