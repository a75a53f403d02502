#include "app/commands/corpus_argument.h"

#include <algorithm>
#include <cstdlib>

#include "app/arguments.h"
#include "app/usage_error.h"
#include "core/analysis/head_table.h"

namespace headlight {
namespace {

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

}  // namespace

void CorpusArgument::addFilesTo(CLI::App& app) {
  app.add_option("--texts", texts, "Files or folders of texts")->type_name("FILE…");
  app.add_option("--field", m_spec.field, "JSON field, or column by name or number, of the text")
      ->type_name("NAME")
      ->capture_default_str();
  app.add_option("--limit", m_limit, "Read the first N texts (of the sample)")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  app.add_option("--max-tokens", maxTokens, "Cut longer texts, at most the model's trained length")
      ->check(CLI::Range(std::int64_t{2}, std::int64_t{1} << 20))
      ->capture_default_str();
}

void CorpusArgument::addTo(CLI::App& app) {
  addFilesTo(app);
  std::vector<std::string> formats(kCorpusFormats.begin(), kCorpusFormats.end());
  addChoice(app, "--format", m_format,
            "How texts are stored (auto: by the name of each file): one a line, paragraphs, JSON Lines, a column of a "
            "table, CoNLL-U sentences, one a file, a template with slots, or none: repeated random tokens",
            formats);
  app.add_option("--second", m_spec.second, "That of the second text of a pair, or of the target")->type_name("NAME");
  app.add_option("--label", m_spec.label, "That of a label, which exemplars keep")->type_name("NAME");
  app.add_option("--spans", m_spec.spans, "JSON field of spans: {\"NAME\": [START, END], …} in characters")
      ->type_name("NAME");
  app.add_option("--sample", m_sample, "Draw this share of the texts, 0.1 or 10%")
      ->type_name("SHARE")
      ->capture_default_str();
  app.add_option("--seed", m_spec.seed, "Seed of the sample and of random tokens")->capture_default_str();
  app.add_option("--period", m_spec.period, "Repeated: number of random tokens")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  app.add_option("--times", m_spec.times, "Repeated: how often they are repeated")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
}

void CorpusArgument::check() const {
  if (!given()) throw UsageError("--texts: expected files of texts, found none");
  if (isRepeated() && !texts.empty()) throw UsageError("--format repeated: cannot be combined with --texts");
  if (isRepeated() && m_limit == 0)
    throw UsageError("--format repeated: expected --limit N, since random texts never end");
}

CorpusSpec CorpusArgument::spec(const Source& model) const {
  CorpusSpec spec = m_spec;
  spec.files.assign(texts.begin(), texts.end());
  spec.format = static_cast<CorpusFormat>(std::find(kCorpusFormats.begin(), kCorpusFormats.end(), m_format) -
                                          kCorpusFormats.begin());
  if (m_limit > 0) spec.limit = m_limit;
  spec.share = shareIn(m_sample);
  if (isRepeated()) {
    const ProbeSetup probe = probeSetup(model);
    spec.candidates = probe.candidates;
    spec.begin = probe.begin;
    spec.end = probe.end;
  }
  return spec;
}

}  // namespace headlight
