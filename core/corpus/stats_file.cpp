#include "core/corpus/stats_file.h"

#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <ostream>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/json_value.h"
#include "core/base/version.h"
#include "core/checkpoint/safetensors.h"
#include "core/corpus/text_hash.h"
#include "core/io/tensor_writer.h"

namespace headlight {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// Of the file's layout; others are refused.
constexpr int kStatsVersion = 1;
constexpr const char* kNotes = "headstats";
/// The labels whose scores are one beside the other in the file.
constexpr HeadLabel kFirstLabels[] = {
    HeadLabel::PreviousToken,  HeadLabel::NextToken,   HeadLabel::Itself, HeadLabel::Induction,
    HeadLabel::DuplicateToken, HeadLabel::Punctuation, HeadLabel::Broad,  HeadLabel::Sink};
/// The tensors of the label that files of earlier versions lack.
constexpr const char* kLater = "local";

/// Visits every number of `stats` under its tensor's name, in the order of the file: visit(name, shape, at) with
/// at(index) a reference to the number of that place, in row-major order. The one description of the layout, which
/// writing and reading share. `seen` are the ids of the tokens that the file has. `at` may be called as long as both live.
template <class Stats, class Visit>
void visitNumbers(Stats& stats, const std::vector<std::size_t>& seen, const Visit& visit) {
  const std::size_t heads = stats.heads.size(), layers = stats.layers.size(), tokens = seen.size();
  const std::size_t metrics = std::size(kHeadMeans) + stats.patterns.size(), patterns = stats.patterns.size();
  constexpr std::size_t kLabels = std::size(kFirstLabels);
  Stats* all = &stats;  // Copied into what is called later.
  const std::vector<std::size_t>* ids = &seen;
  const auto metric = [=](std::size_t at) -> auto& { return all->heads[at / metrics].metrics[at % metrics]; };
  visit("bins", {heads, metrics, kBins}, [=](std::size_t at) -> auto& { return metric(at / kBins).texts.bins[at % kBins]; });
  visit("queries", {heads, metrics}, [=](std::size_t at) -> auto& { return metric(at).pooled.count; });
  visit("sum", {heads, metrics}, [=](std::size_t at) -> auto& { return metric(at).pooled.sum; });
  visit("texts", {heads, metrics}, [=](std::size_t at) -> auto& { return metric(at).texts.count; });
  visit("text_sum", {heads, metrics}, [=](std::size_t at) -> auto& { return metric(at).texts.sum; });
  visit("text_squares", {heads, metrics}, [=](std::size_t at) -> auto& { return metric(at).texts.squares; });
  visit("least", {heads, metrics}, [=](std::size_t at) -> auto& { return metric(at).texts.least; });
  visit("most", {heads, metrics}, [=](std::size_t at) -> auto& { return metric(at).texts.most; });
  visit("exemplar_value", {heads, metrics, Exemplars::kAll}, [=](std::size_t at) -> auto& {
    return metric(at / Exemplars::kAll).exemplars.all[at % Exemplars::kAll].value;
  });
  const auto tallies = [&, heads](const std::string& name, std::size_t count, const auto& tally) {
    visit(name + "_score", {heads, count}, [=](std::size_t at) -> auto& { return tally(at).score; });
    visit(name + "_chance", {heads, count}, [=](std::size_t at) -> auto& { return tally(at).chance; });
    visit(name + "_squares", {heads, count}, [=](std::size_t at) -> auto& { return tally(at).squares; });
    visit(name + "_queries", {heads, count}, [=](std::size_t at) -> auto& { return tally(at).count; });
  };
  tallies(
      "label",
      kLabels, [=](std::size_t at) -> auto& { return all->heads[at / kLabels].labels.of(kFirstLabels[at % kLabels]); });
  tallies(
      kLater, 1, [=](std::size_t at) -> auto& { return all->heads[at].labels.of(HeadLabel::Local); });
  tallies("pattern", patterns,
          [=](std::size_t at) -> auto& { return all->heads[at / patterns].patterns[at % patterns]; });
  visit("largest", {heads, kWeightBins},
        [=](std::size_t at) -> auto& { return all->heads[at / kWeightBins].largest[at % kWeightBins]; });
  visit("offsets", {heads, kOffsets},
        [=](std::size_t at) -> auto& { return all->heads[at / kOffsets].offsets[at % kOffsets]; });
  visit("distances", {heads, kDistanceBins},
        [=](std::size_t at) -> auto& { return all->heads[at / kDistanceBins].distances[at % kDistanceBins]; });
  visit("offset_pairs", {layers, kOffsets},
        [=](std::size_t at) -> auto& { return all->layers[at / kOffsets].pairs[at % kOffsets]; });
  visit("token_count", {tokens}, [=](std::size_t at) -> auto& { return all->tokenCounts[(*ids)[at]]; });
  visit("token_even", {layers, tokens},
        [=](std::size_t at) -> auto& { return all->layers[at / tokens].even[(*ids)[at % tokens]]; });
  visit(
      "token_received", {heads, tokens}, [=](std::size_t at) -> auto& {
        return all->heads[at / tokens].tokens[(*ids)[at % tokens]].received;
      });
  visit(
      "token_active", {heads, tokens}, [=](std::size_t at) -> auto& {
        return all->heads[at / tokens].tokens[(*ids)[at % tokens]].active;
      });
}

std::int64_t product(const std::vector<std::int64_t>& shape) {
  std::int64_t count = 1;
  for (const std::int64_t side : shape) count *= side;
  return count;
}

TensorStream bytesStream(std::string name, const std::string& bytes) {
  return {std::move(name), TensorStream::Type::U8, {static_cast<std::int64_t>(bytes.size())},
          [&bytes](std::ostream& out) { out << bytes; }};
}

template <class Number>
TensorStream numbersStream(std::string name, std::vector<std::int64_t> shape,
                           std::function<Number(std::size_t)> at) {
  const std::int64_t count = product(shape);
  return {std::move(name), std::is_same_v<Number, double> ? TensorStream::Type::F64 : TensorStream::Type::I64,
          std::move(shape), [count, at = std::move(at)](std::ostream& out) {
            for (std::int64_t i = 0; i < count; ++i) {
              const Number number = at(static_cast<std::size_t>(i));
              out.write(reinterpret_cast<const char*>(&number), sizeof number);
            }
          }};
}

std::string dump(const OrderedJson& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

OrderedJson notesOf(const CorpusStats& stats) {
  OrderedJson notes = {{"version", kStatsVersion}, {"headlight", kVersion}};
  const MeasuredModel& model = stats.model;
  notes["model"] = {{"name", model.name},           {"family", model.family},     {"architecture", model.architecture},
                    {"identity", model.identity},   {"layers", model.layers},     {"heads", model.heads},
                    {"attention", std::string(nameOf(model.attention))}};
  notes["max_tokens"] = stats.maxTokens;
  notes["counted_tokens"] = stats.tokenCounts.size();
  notes["metrics"] = stats.metricNames();
  OrderedJson patterns = OrderedJson::array(), parts = OrderedJson::array(), skipped = OrderedJson::array();
  for (const TokenPattern& pattern : stats.patterns) patterns.push_back(pattern.name);
  notes["patterns"] = std::move(patterns);
  for (const CorpusPart& part : stats.parts)
    parts.push_back({{"corpus", part.corpus}, {"source", part.source}, {"shard", part.shard}, {"shards", part.shards}});
  notes["parts"] = std::move(parts);
  notes["texts"] = stats.texts;
  notes["tokens"] = stats.tokens;
  notes["cut"] = stats.cut;
  notes["replaced"] = stats.replaced;
  notes["skipped"] = stats.skipped;
  notes["hash"] = hexText(stats.hash);
  for (const SkippedText& text : stats.skippedTexts) skipped.push_back({{"place", text.place}, {"why", text.why}});
  notes["skipped_texts"] = std::move(skipped);
  if (stats.next) notes["next"] = *stats.next;
  return notes;
}

/// Reads the tensors of a file into what visitNumbers() visits.
class StatsTensors {
 public:
  StatsTensors(const std::filesystem::path& file) : m_place("'" + file.string() + "'"), m_table(readSafetensors(file)) {}

  const StoredTensor& at(const std::string& name, Dtype format, const std::vector<std::int64_t>& shape) const {
    const auto found = m_table.find(name);
    if (found == m_table.end()) throw Error(m_place + ": expected a tensor '" + name + "', found none");
    const StoredTensor& tensor = found->second;
    if (tensor.format != format || tensor.shape != shape)
      throw Error(m_place + ": tensor '" + name + "': expected " + std::string(nameOf(format)) + " " + shapeText(shape) +
                  ", found " + std::string(nameOf(tensor.format)) + " " + shapeText(tensor.shape));
    return tensor;
  }
  bool has(const std::string& name) const { return m_table.contains(name); }
  /// A vector of any length up to `most`.
  const StoredTensor& list(const std::string& name, Dtype format, std::int64_t most) const {
    const auto found = m_table.find(name);
    if (found == m_table.end()) throw Error(m_place + ": expected a tensor '" + name + "', found none");
    const std::int64_t size = found->second.shape.size() == 1 ? found->second.shape[0] : -1;
    if (size < 0 || size > most)
      throw Error(m_place + ": tensor '" + name + "': expected a list of at most " + std::to_string(most) +
                  ", found " + shapeText(found->second.shape));
    return at(name, format, {size});
  }
  void read(const std::string& name, const std::vector<std::int64_t>& shape,
            const std::function<void(std::size_t, std::int64_t)>& set) const {
    readNumbers<std::int64_t>(at(name, Dtype::I64, shape), set);
  }
  void read(const std::string& name, const std::vector<std::int64_t>& shape,
            const std::function<void(std::size_t, double)>& set) const {
    readNumbers<double>(at(name, Dtype::F64, shape), set);
  }
  [[noreturn]] void fail(const std::string& what) const { throw Error(m_place + ": " + what); }
  const std::string& place() const { return m_place; }

 private:
  template <class Number, class Set>
  static void readNumbers(const StoredTensor& tensor, const Set& set) {
    const auto count = static_cast<std::size_t>(tensor.count());
    for (std::size_t i = 0; i < count; ++i) {
      Number number;
      std::memcpy(&number, tensor.bytes.data() + i * sizeof number, sizeof number);
      set(i, number);
    }
  }
  std::string m_place;
  TensorTable m_table;
};

constexpr double kMostCount = 0x1p53;

std::int64_t countOf(const JsonValue& notes, const std::string& key, double most = kMostCount) {
  return static_cast<std::int64_t>(notes.at(key).number(0, most, "a count"));
}

std::uint64_t hashFrom(const JsonValue& value) {
  const std::string text = value.text();
  if (text.size() != 16 || text.find_first_not_of("0123456789abcdef") != std::string::npos)
    value.fail("16 hexadecimal digits");
  return std::stoull(text, nullptr, 16);
}

AttentionType attentionFrom(const JsonValue& value) {
  for (const AttentionType type : {AttentionType::Self, AttentionType::Encoder})
    if (value.text() == std::string(nameOf(type))) return type;
  value.fail("an attention of a text over itself");
}

/// What was counted of which model, without its numbers.
CorpusStats statsFrom(const JsonValue& notes, const StatsTensors& tensors) {
  if (countOf(notes, "version") != kStatsVersion)
    notes.at("version").fail("version " + std::to_string(kStatsVersion) + ", which this Headlight reads");
  const JsonValue model = notes.at("model");
  MeasuredModel measured{model.at("name").text(), model.at("family").text(), model.at("architecture").text(),
                         hexText(hashFrom(model.at("identity"))), attentionFrom(model.at("attention")), 0, 0};
  constexpr double kMostLayers = 10'000, kMostPatterns = 1000, kMostTokens = 1e9;
  measured.layers = static_cast<int>(model.at("layers").number(1, kMostLayers, "1 to 10,000 layers"));
  measured.heads = static_cast<int>(model.at("heads").number(1, kMostLayers, "1 to 10,000 heads"));
  std::vector<TokenPattern> patterns;
  for (const JsonValue& name : notes.at("patterns").list("a list of patterns", static_cast<std::size_t>(kMostPatterns)))
    patterns.push_back(parsePattern(name.text()));
  // The largest tensor first: what is made below has as many numbers as it.
  const std::int64_t heads = std::int64_t{measured.layers} * measured.heads;
  tensors.at("bins", Dtype::I64,
             {heads, static_cast<std::int64_t>(std::size(kHeadMeans) + patterns.size()), std::int64_t{kBins}});
  const auto counted = static_cast<Index>(
      notes.at("counted_tokens")
          .number(0, static_cast<double>(kMostTokenNumbers / heads), "as many tokens as are counted one by one"));
  CorpusStats stats(std::move(measured), counted, std::move(patterns), countOf(notes, "max_tokens", kMostTokens));
  std::vector<std::string> names = stats.metricNames();
  const std::vector<JsonValue> found = notes.at("metrics").list();
  for (std::size_t i = 0; i < std::max(names.size(), found.size()); ++i)
    if (i >= names.size() || i >= found.size() || found[i].text() != names[i])
      notes.at("metrics").fail("the metrics of this version");
  for (const JsonValue& part : notes.at("parts").list()) {
    constexpr double kMostShards = 1e9;
    CorpusPart each{part.at("corpus").text(), part.at("source").text(), 1, 1};
    each.shards = static_cast<int>(part.at("shards").number(1, kMostShards, "a number of shards"));
    each.shard = static_cast<int>(part.at("shard").number(1, each.shards, "one of the shards"));
    stats.parts.push_back(std::move(each));
  }
  stats.texts = countOf(notes, "texts");
  stats.tokens = countOf(notes, "tokens");
  stats.cut = countOf(notes, "cut");
  stats.replaced = countOf(notes, "replaced");
  stats.skipped = countOf(notes, "skipped");
  stats.hash = hashFrom(notes.at("hash"));
  for (const JsonValue& text : notes.at("skipped_texts").list("a list of texts", kMostSkippedNames))
    stats.skippedTexts.push_back({text.at("place").text(), text.at("why").text()});
  std::sort(stats.skippedTexts.begin(), stats.skippedTexts.end());
  if (notes.find("next")) stats.next = countOf(notes, "next");
  return stats;
}

/// What numbers of one head promise each other.
void checkHead(const HeadStats& head, const StatsTensors& tensors) {
  for (const MetricStats& metric : head.metrics) {
    const Distribution& texts = metric.texts;
    double binned = 0;
    for (const std::int64_t bin : texts.bins) binned += static_cast<double>(bin);
    if (binned != static_cast<double>(texts.count)) tensors.fail("tensor 'bins': expected each text in one bin");
    if (texts.count > 0 && !(std::isfinite(texts.least) && std::isfinite(texts.most) && texts.least <= texts.most))
      tensors.fail("tensor 'least': expected the least and the largest value of texts");
    for (const double sum : {metric.pooled.sum, texts.sum, texts.squares})
      if (!std::isfinite(sum)) tensors.fail("tensor 'sum': expected finite sums");
  }
}

}  // namespace

void writeStats(const CorpusStats& stats, const std::filesystem::path& file) {
  std::vector<std::size_t> seen;
  for (std::size_t id = 0; id < stats.tokenCounts.size(); ++id)
    if (stats.tokenCounts[id] > 0) seen.push_back(id);
  OrderedJson words = {{"texts", OrderedJson::array()}, {"token_names", OrderedJson::array()}};
  std::map<std::uint64_t, std::int64_t> numbers;
  stats.forEachExemplar([&](std::uint64_t text) { numbers.emplace(text, 0); });
  std::int64_t number = 0;
  for (auto& [hash, place] : numbers) {
    place = number++;
    const KeptText& text = stats.keptTexts.at(hash);
    OrderedJson json = {{"hash", hexText(hash)}, {"place", text.place}};
    if (text.ids.empty())
      json["text"] = text.text;
    else
      json["ids"] = text.ids;
    if (text.second) json["second"] = *text.second;
    if (!text.label.empty()) json["label"] = text.label;
    words["texts"].push_back(std::move(json));
  }
  for (const std::size_t id : seen) words["token_names"].push_back(stats.tokenNames[id]);
  const std::string wordBytes = dump(words);

  std::vector<TensorStream> tensors;
  visitNumbers(stats, seen, [&](const std::string& name, const std::vector<std::size_t>& shape, const auto& at) {
    using Number = std::remove_cvref_t<decltype(at(0))>;
    using Stored = std::conditional_t<std::is_same_v<Number, double>, double, std::int64_t>;
    tensors.push_back(numbersStream<Stored>(name, {shape.begin(), shape.end()},
                                            [at](std::size_t i) { return static_cast<Stored>(at(i)); }));
  });
  const auto metrics = static_cast<std::int64_t>(std::size(kHeadMeans) + stats.patterns.size());
  tensors.push_back(numbersStream<std::int64_t>(
      "exemplar_text", {static_cast<std::int64_t>(stats.heads.size()), metrics, std::int64_t{Exemplars::kAll}},
      [&](std::size_t at) -> std::int64_t {
        const std::size_t metric = at / Exemplars::kAll;
        const Exemplar& one = stats.heads[metric / static_cast<std::size_t>(metrics)]
                                  .metrics[metric % static_cast<std::size_t>(metrics)]
                                  .exemplars.all[at % Exemplars::kAll];
        return one ? numbers.at(one.text) : -1;
      }));
  tensors.push_back(numbersStream<std::int64_t>("token_id", {static_cast<std::int64_t>(seen.size())},
                                                [&](std::size_t at) { return static_cast<std::int64_t>(seen[at]); }));
  tensors.push_back(bytesStream("words", wordBytes));
  writeSafetensors(file, tensors, {{kNotes, dump(notesOf(stats))}});
}

CorpusStats readStats(const std::filesystem::path& file) {
  const StatsTensors tensors(file);
  const auto metadata = safetensorsMetadata(file);
  const auto found = metadata.find(kNotes);
  if (found == metadata.end()) tensors.fail("expected statistics of heads over many texts, found another file");
  const nlohmann::json json = parseJson(found->second, tensors.place() + ": expected its notes as JSON");
  if (!json.is_object()) tensors.fail("expected its notes as a JSON object");
  CorpusStats stats = statsFrom(JsonValue(json, tensors.place()), tensors);

  std::vector<std::size_t> seen;
  const auto counted = static_cast<std::int64_t>(stats.tokenCounts.size());
  for (const std::int64_t id : integersOf(tensors.list("token_id", Dtype::I64, counted), "token_id")) {
    if (id < 0 || id >= counted || (!seen.empty() && static_cast<std::int64_t>(seen.back()) >= id))
      tensors.fail("tensor 'token_id': expected ascending ids below " + std::to_string(counted) + ", found " +
                   std::to_string(id));
    seen.push_back(static_cast<std::size_t>(id));
  }
  visitNumbers(stats, seen, [&](const std::string& name, const std::vector<std::size_t>& shape, const auto& at) {
    using Number = std::remove_cvref_t<decltype(at(0))>;
    using Stored = std::conditional_t<std::is_same_v<Number, double>, double, std::int64_t>;
    if (name.starts_with(std::string(kLater) + '_') && !tensors.has(name)) return;
    const std::function<void(std::size_t, Stored)> set = [&](std::size_t i, Stored number) {
      if constexpr (std::is_same_v<Stored, double>) {
        // Nothing that was counted has no number but the ends of what is empty.
        if (std::isnan(number)) tensors.fail("tensor '" + name + "': expected numbers, found NaN");
      } else if (number < 0 || static_cast<double>(number) > kMostCount) {
        tensors.fail("tensor '" + name + "': expected counts, found " + std::to_string(number));
      }
      at(i) = static_cast<Number>(number);
    };
    tensors.read(name, {shape.begin(), shape.end()}, set);
  });
  for (const HeadStats& head : stats.heads) checkHead(head, tensors);

  const StoredTensor& words = tensors.list("words", Dtype::U8, std::int64_t{1} << 40);
  const std::string_view text(reinterpret_cast<const char*>(words.bytes.data()), words.bytes.size());
  const std::string place = tensors.place() + ": tensor 'words'";
  const nlohmann::json wordsJson = parseJson(text, place + ": expected JSON");
  if (!wordsJson.is_object()) tensors.fail("tensor 'words': expected a JSON object");
  const JsonValue all(wordsJson, place);
  std::vector<std::uint64_t> hashes;
  for (const JsonValue& each : all.at("texts").list()) {
    hashes.push_back(hashFrom(each.at("hash")));
    if (hashes.back() == 0) each.at("hash").fail("the hash of a text");
    KeptText kept;
    kept.place = each.at("place").text();
    if (const auto typed = each.find("text")) kept.text = typed->text();
    if (const auto second = each.find("second")) kept.second = second->text();
    if (const auto label = each.find("label")) kept.label = label->text();
    if (const auto ids = each.find("ids"))
      for (const JsonValue& id : ids->list()) kept.ids.push_back(id.integer());
    stats.keptTexts.emplace(hashes.back(), std::move(kept));
  }
  const std::vector<JsonValue> names = all.at("token_names").list();
  if (names.size() != seen.size()) tensors.fail("tensor 'words': expected a name for each token");
  for (std::size_t i = 0; i < seen.size(); ++i) stats.tokenNames[seen[i]] = names[i].text();
  const std::size_t metrics = std::size(kHeadMeans) + stats.patterns.size();
  const std::function<void(std::size_t, std::int64_t)> setText = [&](std::size_t at, std::int64_t number) {
    if (number < -1 || number >= static_cast<std::int64_t>(hashes.size()))
      tensors.fail("tensor 'exemplar_text': expected one of " + std::to_string(hashes.size()) + " texts, found " +
                   std::to_string(number));
    const std::size_t metric = at / Exemplars::kAll;
    stats.heads[metric / metrics].metrics[metric % metrics].exemplars.all[at % Exemplars::kAll].text =
        number < 0 ? 0 : hashes[static_cast<std::size_t>(number)];
  };
  tensors.read("exemplar_text",
               {static_cast<std::int64_t>(stats.heads.size()), static_cast<std::int64_t>(metrics),
                std::int64_t{Exemplars::kAll}},
               setText);
  return stats;
}

}  // namespace headlight
