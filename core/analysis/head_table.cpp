#include "core/analysis/head_table.h"

#include <algorithm>
#include <iterator>

#include "core/analysis/contacts.h"
#include "core/analysis/methods.h"
#include "core/analysis/row_sums.h"
#include "core/attention/row_bands.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/text/token_kinds.h"

namespace headlight {
namespace {

using Value = std::optional<double>;

/// A number of the metrics; none where no row went in.
template <double HeadMetrics::*number>
Value of(const HeadFacts& facts) {
  return facts.metrics.rows > 0 ? Value(facts.metrics.*number) : std::nullopt;
}

template <SpeakerKind kind>
Value on(const HeadFacts& facts) {
  return facts.metrics.speakers[static_cast<std::size_t>(kind)];
}

const HeadColumn kColumns[] = {
    {"entropy", "Entropy of a row, nats", of<&HeadMetrics::entropy>},
    {"relative_entropy", "Entropy / ln(keys seen)",
     of<&HeadMetrics::normalisedEntropy>},
    {"norm_entropy", "Entropy of norm-weighted rows, nats", [](const HeadFacts& f) -> Value { return f.normEntropy; }},
    {"confidence", "Largest weight of a row", of<&HeadMetrics::confidence>},
    {"diversity", "Row diversity, nats", of<&HeadMetrics::diversity>},
    {"mean_distance", "Distance, tokens", of<&HeadMetrics::meanDistance>},
    {"local", "Attention at most 2 tokens away", of<&HeadMetrics::local>},
    {"long_range", "Attention further than 8 tokens", of<&HeadMetrics::longRange>},
    {"previous_token", "Attention on previous token", of<&HeadMetrics::previousToken>},
    {"next_token", "Attention on next token", of<&HeadMetrics::nextToken>},
    {"same_token", "Attention on own token", of<&HeadMetrics::sameToken>},
    {"duplicate_token", "Attention on earlier occurrences",
     [](const HeadFacts& f) -> Value { return f.metrics.duplicateToken; }},
    {"induction", "Induction", [](const HeadFacts& f) -> Value { return f.metrics.induction; }},
    {"probe_duplicate", "Probe: earlier copy",
     [](const HeadFacts& f) -> Value { return f.probe ? Value(f.probe->duplicateRaw) : std::nullopt; }},
    {"probe_induction", "Probe: induction",
     [](const HeadFacts& f) -> Value { return f.probe ? Value(f.probe->inductionRaw) : std::nullopt; }},
    {"sink", "Attention on sink", of<&HeadMetrics::sink>},
    {"first_token", "Attention on first token", of<&HeadMetrics::firstToken>},
    {"special_tokens", "Attention on special tokens", of<&HeadMetrics::specialTokens>},
    {"punctuation", "Attention on punctuation", of<&HeadMetrics::punctuation>},
    {"symmetric", "Symmetry", [](const HeadFacts& f) -> Value { return f.symmetric; }},
    {"contacts", "Attention on residue contacts", [](const HeadFacts& f) -> Value { return f.contacts; }},
    {"to_system", "Attention on the system's turns", on<SpeakerKind::System>},
    {"to_user", "Attention on the user's turns", on<SpeakerKind::User>},
    {"to_assistant", "Attention on the assistant's turns", on<SpeakerKind::Assistant>},
    {"to_others", "Attention on turns of other roles", on<SpeakerKind::Other>},
    {"to_template", "Attention on the chat template", on<SpeakerKind::Template>},
};

/// What the rows of a head tell, which are read once for all of it.
void measure(const AttentionMaps& maps, const Visibility& sees, const std::shared_ptr<const TokenPlaces>& places,
             HeadFacts& facts) {
  MetricsTally tally;
  MetricsTally::OneText metrics(tally, maps, places);
  HeadLabeller labeller(maps, sees, places);
  forEachRow(maps, facts.head, [&](Index q, const auto& row) {
    if (!isWhole(cellsOf(row))) return;
    labeller.take(q, cellsOf(row));
    metrics.take(q, cellsOf(row), labeller.rows().all(), labeller.rows().used());
  });
  metrics.end();
  facts.metrics = tally.result();
  facts.labelling = labeller.result(facts.probe ? std::optional(facts.probe->induction) : std::nullopt);
  if (!sees.causal && facts.metrics.rows > 0) facts.symmetric = symmetricShare(maps, facts.head);
}

}  // namespace

std::span<const HeadColumn> headColumns() { return kColumns; }

const HeadColumn& headColumn(std::string_view name) {
  const auto found = std::find_if(std::begin(kColumns), std::end(kColumns),
                                  [name](const HeadColumn& column) { return column.name == name; });
  if (found != std::end(kColumns)) return *found;
  std::string names;
  for (const HeadColumn& column : kColumns) names += (names.empty() ? "" : ", ") + std::string(column.name);
  throw Error("metric '" + std::string(name) + "': expected one of " + names);
}

ProbeSetup probeSetup(const ModelFolder& model) {
  ProbeSetup setup;
  const Index vocabulary = model.model->info().vocabulary;
  std::vector<std::int64_t> added;
  if (model.tokenizer) {
    // What is added around a text, seen at one.
    const Encoding one = model.tokenizer->encode("a");
    bool before = true;
    for (const Token& token : one.tokens) {
      before = before && token.special;
      if (token.special) (before ? setup.begin : setup.end).push_back(token.id);
      if (token.special) added.push_back(token.id);
    }
  }
  for (std::int64_t id = 0; id < vocabulary; ++id) {
    if (std::find(added.begin(), added.end(), id) != added.end()) continue;
    if (model.tokenizer) {
      if (id >= model.tokenizer->vocabularySize()) break;
      // Added tokens have brackets of some kind; words do not.
      const std::string text = model.tokenizer->displayOf(id);
      if (!hasLetterOrDigit(text) || text.find_first_of("<>[]") != std::string::npos) continue;
    }
    setup.candidates.push_back(id);
  }
  return setup;
}

std::vector<std::vector<ProbeScores>> probeHeads(const ModelFolder& model, AttentionType attention,
                                                 const Progress& progress) {
  if (attention == AttentionType::Encoder) {
    ModelFolder encoder = model;
    encoder.model = model.model->encoder();
    if (!encoder.model)
      throw Error("induction probe: expected an encoder–decoder model, found '" + model.name +
                  "', which has one stack");
    return probeInduction(*encoder.model, probeSetup(encoder), progress);
  }
  if (model.images || model.model->encoder()) return {};
  return probeInduction(*model.model, probeSetup(model), progress);
}

std::vector<HeadFacts> computeHeadTable(const ModelFolder& model, const std::shared_ptr<const Trace>& trace,
                                        AttentionType attention, const AttentionMaps& maps,
                                        const std::vector<std::vector<ProbeScores>>& probe, const Progress& progress) {
  const auto norms = attentionBy(Method::Norm, attention, model.model, trace, progress.slice(0, 0.2));
  std::vector<Visibility> visibility;
  for (const AttentionRecord& layer : trace->records(attention)) visibility.push_back(layer.rule->visibility);
  std::vector<HeadFacts> table = computeHeadTable(maps, visibility, probe, progress.slice(0.2, 0.8));
  std::optional<Contacts> contacts;
  if (predictsContacts(*model.model) && trace->encoding.size() > 2) contacts = predictContacts(*model.model, trace);
  for (HeadFacts& facts : table) {
    facts.head.attention = attention;
    if (contacts) facts.contacts = contactShare(*contacts, maps, facts.head);
    facts.normEntropy = shareEntropy(*norms, facts.head);
    progress(0.8);
  }
  progress(1);
  return table;
}

std::vector<HeadFacts> computeHeadTable(const AttentionMaps& maps, const std::vector<Visibility>& visibility,
                                        const std::vector<std::vector<ProbeScores>>& probe, const Progress& progress) {
  const std::vector<HeadId> heads = maps.allHeads();
  const auto places = std::make_shared<const TokenPlaces>(maps.keyTokens());
  std::vector<HeadFacts> table(heads.size());
  const auto count = static_cast<Index>(heads.size());
  // As many heads at a time as there are threads, so that it can be stopped between them.
  for (Index first = 0; first < count; first += threadCount()) {
    const HeadId next = heads[static_cast<std::size_t>(first)];
    progress(static_cast<double>(first) / static_cast<double>(count),
             "head " + nameOf(next));
    parallelFor(std::min<Index>(threadCount(), count - first), [&](Index i) {
      const HeadId head = heads[static_cast<std::size_t>(first + i)];
      const auto layer = static_cast<std::size_t>(head.layer);
      HeadFacts& facts = table[static_cast<std::size_t>(first + i)];
      facts.head = head;
      if (!probe.empty()) facts.probe = probe[layer][static_cast<std::size_t>(head.head)];
      measure(maps, visibility[layer], places, facts);
    });
  }
  return table;
}

}  // namespace headlight
