#include "core/analysis/noise.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "core/analysis/ablation.h"
#include "core/analysis/effect.h"
#include "core/attention/row_bands.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/model/predictions.h"
#include "core/text/token_kinds.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

using Random = std::mt19937_64;

/// A number below `end`; the same on every system, unlike the library's distributions.
std::size_t below(Random& random, std::size_t end) { return static_cast<std::size_t>(random() % end); }

template <class T>
void shuffle(std::vector<T>& list, Random& random) {
  for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(random, i)]);
}

/// `count` different numbers below `end`, ascending.
std::vector<std::size_t> someOf(std::size_t end, std::size_t count, Random& random) {
  std::vector<std::size_t> all(end);
  std::iota(all.begin(), all.end(), std::size_t{0});
  shuffle(all, random);
  all.resize(std::min(count, end));
  std::sort(all.begin(), all.end());
  return all;
}

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// The words of a text, and the white space before each and behind the last.
struct Words {
  std::vector<std::string> words, gaps{1};
};

Words wordsIn(const std::string& text) {
  Words found;
  bool inside = false;
  for (const char c : text) {
    if (isSpace(c)) {
      if (inside) found.gaps.emplace_back();
      found.gaps.back() += c;
      inside = false;
      continue;
    }
    if (!inside) found.words.emplace_back();
    found.words.back() += c;
    inside = true;
  }
  if (inside) found.gaps.emplace_back();
  return found;
}

bool isMask(const std::string& word) { return word.find_first_of("[<") != std::string::npos; }

/// A word without the punctuation around it.
std::string bare(const std::string& word) {
  constexpr const char* kMarks = ".,;:!?\"'()[]<>";
  const std::size_t begin = word.find_first_not_of(kMarks), end = word.find_last_not_of(kMarks);
  return begin == std::string::npos ? "" : word.substr(begin, end - begin + 1);
}

std::int64_t codePoints(const std::string& text) { return static_cast<std::int64_t>(utf8::count(text)); }

/// Words one after the other, with those that are noise, in the white space that the text had.
class Writer {
 public:
  explicit Writer(const std::vector<std::string>& gaps) : m_gaps(gaps) {}

  /// The next of as many words as the text had.
  void add(const std::string& word, bool noise) {
    put(word, noise);
    m_begun = false;
    ++m_at;
  }
  /// A word more, in front of the next one.
  void insert(const std::string& word) { put(word, true); }
  NoisyText finished() {
    m_out.text += m_gaps.back();
    return std::move(m_out);
  }

 private:
  void put(const std::string& word, bool noise) {
    const std::string& gap = m_begun ? kSpace : m_gaps[m_at];
    m_begun = true;
    m_out.text += gap;
    m_length += codePoints(gap);
    const std::int64_t length = codePoints(word);
    if (noise) m_out.noise.push_back({m_length, m_length + length});
    m_out.text += word;
    m_length += length;
  }

  inline static const std::string kSpace = " ";
  const std::vector<std::string>& m_gaps;
  std::size_t m_at = 0;
  bool m_begun = false;  ///< The gap before the next word is written.
  NoisyText m_out;
  std::int64_t m_length = 0;
};

/// One slip of the keyboard in an ASCII word of at least four letters.
std::string withTypo(const std::string& word, Random& random) {
  std::string out = word;
  const std::size_t at = 1 + below(random, word.size() - 3);  // The first and the last letters stay.
  switch (below(random, 3)) {
    case 0:
      if (out[at] != out[at + 1]) {
        std::swap(out[at], out[at + 1]);
        break;
      }
      [[fallthrough]];
    case 1:
      out.erase(at, 1);
      break;
    default:
      out.insert(at, 1, out[at]);
  }
  return out;
}

bool canHaveTypo(const std::string& word) {
  return word.size() >= 4 &&
         std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

NoisyText withWords(const Words& text, const std::vector<std::string>& from, std::size_t count, Random& random) {
  const std::vector<std::string>& words = text.words;
  if (from.empty()) throw Error("noise: expected words to put in, found none");
  // In front of any word: the last one stays last, for it is what a causal model goes on from.
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < count; ++i) places.push_back(below(random, words.size()));
  std::sort(places.begin(), places.end());
  Writer writer(text.gaps);
  auto next = places.begin();
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (; next != places.end() && *next == i; ++next) writer.insert(from[below(random, from.size())]);
    writer.add(words[i], false);
  }
  return writer.finished();
}

NoisyText withTypos(const Words& text, std::size_t count, Random& random) {
  const std::vector<std::string>& words = text.words;
  std::vector<std::size_t> able;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (canHaveTypo(words[i])) able.push_back(i);
  if (able.empty()) throw Error("noise: expected a word of at least four letters to misspell, found none");
  std::vector<bool> chosen(words.size());
  for (const std::size_t i : someOf(able.size(), count, random)) chosen[able[i]] = true;
  Writer writer(text.gaps);
  for (std::size_t i = 0; i < words.size(); ++i)
    writer.add(chosen[i] ? withTypo(words[i], random) : words[i], chosen[i]);
  return writer.finished();
}

NoisyText withShuffledClauses(const Words& text, Random& random) {
  const std::vector<std::string>& words = text.words;
  std::vector<std::vector<std::string>> clauses(1);
  for (const std::string& word : words) {
    clauses.back().push_back(word);
    if (word.find_last_of(",;:.!?") == word.size() - 1) clauses.emplace_back();
  }
  if (clauses.back().empty()) clauses.pop_back();
  // The last clause holds the last word.
  if (clauses.size() < 3)
    throw Error("noise: expected at least three clauses to shuffle, found " + std::to_string(clauses.size()));
  std::vector<std::size_t> order(clauses.size() - 1);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto kept = order;
  while (order == kept) shuffle(order, random);
  order.push_back(clauses.size() - 1);
  Writer writer(text.gaps);
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const std::string& word : clauses[order[i]]) writer.add(word, order[i] != i);
  return writer.finished();
}

/// Whether each token stands for a part of the noise.
std::vector<bool> noiseTokens(const std::vector<Token>& tokens, const std::vector<TextRange>& noise) {
  std::vector<bool> in(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i)
    in[i] = !tokens[i].special && std::any_of(noise.begin(), noise.end(), [&](const TextRange& range) {
      return tokens[i].range.start < range.end && tokens[i].range.end > range.start;
    });
  return in;
}

/// Mean mass on the noise and what equal weights would give, over the queries that are none and see some.
std::pair<double, double> noiseMass(const Trace& trace, const TraceMaps& maps, HeadId head,
                                    const std::vector<bool>& noise) {
  const Visibility& visibility = trace.layers[static_cast<std::size_t>(head.layer)].rule->visibility;
  double mass = 0, chance = 0;
  Index count = 0;
  forEachRow(maps, head, [&](Index q, const auto& row) {
    if (noise[static_cast<std::size_t>(q)] || trace.encoding.tokens[static_cast<std::size_t>(q)].special) return;
    const auto range = visibility.visible(q, maps.keys());
    double onNoise = 0;
    Index seen = 0;
    for (Index k = range.begin; k < range.end; ++k)
      if (noise[static_cast<std::size_t>(k)]) {
        onNoise += static_cast<double>(row(k));
        ++seen;
      }
    if (seen == 0) return;
    mass += onNoise;
    chance += static_cast<double>(seen) / static_cast<double>(range.end - range.begin);
    ++count;
  });
  if (count == 0) return {0, 0};
  return {mass / static_cast<double>(count), chance / static_cast<double>(count)};
}

}  // namespace

const char* nameOf(NoiseKind kind) {
  switch (kind) {
    case NoiseKind::RandomWords:
      return "random";
    case NoiseKind::RepeatedWords:
      return "repeated";
    case NoiseKind::OwnWords:
      return "own";
    case NoiseKind::Typos:
      return "typos";
    case NoiseKind::ShuffledClauses:
      return "shuffled";
  }
  return "";
}

NoisyText addNoise(const std::string& text, const NoiseSetup& setup, const std::vector<std::string>& vocabulary,
                   std::uint64_t seed) {
  const Words found = wordsIn(text);
  const std::vector<std::string>& words = found.words;
  if (words.empty()) throw Error("noise: expected a word, found none");
  if (!(setup.amount > 0 && setup.amount <= 10))
    throw Error("noise: amount: expected a number above 0, at most 10, found " + std::to_string(setup.amount));
  Random random(seed);
  const auto count =
      std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(setup.amount * static_cast<double>(words.size()))));
  switch (setup.kind) {
    case NoiseKind::RandomWords:
      return withWords(found, vocabulary, count, random);
    case NoiseKind::RepeatedWords: {
      std::vector<std::string> own;
      for (const std::string& word : words)
        if (const std::string plain = bare(word); !plain.empty() && !isMask(word)) own.push_back(plain);
      return withWords(found, own, count, random);
    }
    case NoiseKind::OwnWords:
      return withWords(found, setup.own, count, random);
    case NoiseKind::Typos:
      return withTypos(found, count, random);
    case NoiseKind::ShuffledClauses:
      return withShuffledClauses(found, random);
  }
  return {};
}

std::vector<std::string> wordsOf(const Tokenizer& tokenizer) {
  std::vector<std::string> words;
  for (std::int64_t id = 0; id < tokenizer.vocabularySize(); ++id) {
    const auto token = tokenizer.tokenOf(id);
    std::string word = tokenizer.displayOf(id);
    // In a vocabulary with marks for spaces only pieces that begin a word are words.
    const bool begins = !word.empty() && word.front() == ' ';
    if (begins) word.erase(0, 1);
    if (word.size() < 3 || !token || token->starts_with("##")) continue;
    if (std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
      words.push_back((begins ? " " : "") + word);
  }
  const bool marked = std::any_of(words.begin(), words.end(), [](const std::string& w) { return w.front() == ' '; });
  std::vector<std::string> whole;
  for (const std::string& word : words)
    if (!marked)
      whole.push_back(word);
    else if (word.front() == ' ')
      whole.push_back(word.substr(1));
  return whole;
}

NoiseReport measureNoise(const ModelFolder& model, const std::string& text, const NoiseSetup& setup, int seeds,
                         const Progress& progress) {
  if (seeds < 1) throw Error("noise: expected at least 1 seed, found " + std::to_string(seeds));
  if (!model.tokenizer) throw Error("model '" + model.name + "': expected a tokenizer to read a text with, found none");
  const ModelInfo& info = model.model->info();
  if (info.encoderLayers > 0)
    throw Error("noise: expected a model that reads and answers one text, found the encoder–decoder model '" +
                model.name + "'");
  const auto cleanTrace = model.model->run(model.tokenizer->encode(text));
  const Index cleanRow = answerRows(info, *cleanTrace, model.tokenizer.get()).front();
  const std::vector<double> clean = logProbabilities(cleanTrace->logits, cleanRow);
  const auto likeliest = static_cast<std::size_t>(likeliestOutcome(*cleanTrace, cleanRow));
  const auto vocabulary = setup.kind == NoiseKind::RandomWords ? wordsOf(*model.tokenizer) : std::vector<std::string>();

  NoiseReport report;
  for (int l = 0; l < info.layers; ++l)
    for (int h = 0; h < info.heads; ++h) report.heads.push_back({{l, h}, 0, 0, 0});
  std::vector<double> squares(report.heads.size(), 0.0);
  for (int seed = 1; seed <= seeds; ++seed) {
    progress(static_cast<double>(seed - 1) / seeds, "noise " + std::to_string(seed));
    const NoisyText noisy = addNoise(text, setup, vocabulary, static_cast<std::uint64_t>(seed));
    const auto trace = model.model->run(model.tokenizer->encode(noisy.text));
    const Index row = answerRows(info, *trace, model.tokenizer.get()).front();
    const std::vector<double> after = logProbabilities(trace->logits, row);
    report.texts.push_back(noisy.text);
    report.divergences.push_back(divergence(clean, after));
    report.changes.push_back(after[likeliest] - clean[likeliest]);
    const TraceMaps maps(trace);
    const std::vector<bool> noise = noiseTokens(trace->encoding.tokens, noisy.noise);
    for (std::size_t i = 0; i < report.heads.size(); ++i) {
      HeadNoise& head = report.heads[i];
      const auto [mass, chance] = noiseMass(*trace, maps, head.head, noise);
      head.mass += mass / seeds;
      head.chance += chance / seeds;
      squares[i] += mass * mass;
    }
  }
  for (std::size_t i = 0; i < report.heads.size() && seeds > 1; ++i) {
    HeadNoise& head = report.heads[i];
    head.deviation = std::sqrt(std::max(0.0, squares[i] - seeds * head.mass * head.mass) / (seeds - 1));
  }
  progress(1);
  return report;
}

}  // namespace headlight
