#include "ui/state/words/lens_words.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "core/base/error.h"

namespace headlight {

const std::vector<LensWords>& lensWords() {
  using Kind = PanelLens::Kind;
  static const std::vector<LensWords> words = {{Kind::Words, "words", "words"},
                                               {Kind::Sentences, "sentences", "sentences"},
                                               {Kind::Spans, "spans", "spans", ":B-E+…"},
                                               {Kind::WithoutSpecials, "without special tokens", "no-specials"},
                                               {Kind::WithoutSink, "without sink", "no-sink"},
                                               {Kind::Threshold, "threshold", "threshold", ":W"},
                                               {Kind::Far, "far", "far", ":N"},
                                               {Kind::Top, "top", "top", ":N"},
                                               {Kind::RowMaximum, "row maximum", "row-max"},
                                               {Kind::Transposed, "transposed", "transpose"},
                                               {Kind::Written, "written", "written"},
                                               {Kind::MeanOfHeads, "mean of heads", "mean"},
                                               {Kind::MaxOfHeads, "largest of heads", "max"},
                                               {Kind::Pictures, "pictures as one", "pictures"}};
  return words;
}

namespace {

/// "1-3+5-9": half-open ranges of token numbers, ascending.
std::vector<std::pair<Index, Index>> spansOf(const std::string& value, const std::string& word) {
  std::vector<std::pair<Index, Index>> spans;
  Index free = 0;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t plus = std::min(value.find('+', at), value.size());
    Index begin = 0, end = 0;
    const char* stop = value.data() + plus;
    const auto first = std::from_chars(value.data() + at, stop, begin);
    const bool dash = first.ec == std::errc() && first.ptr != stop && *first.ptr == '-';
    const auto second = dash ? std::from_chars(first.ptr + 1, stop, end) : first;
    if (!dash || second.ec != std::errc() || second.ptr != stop || begin < free || end <= begin)
      throw Error("lens 'spans': expected spans:B-E+B-E… with ascending token numbers, found '" + word + "'");
    spans.emplace_back(begin, end);
    free = end;
    at = plus + 1;
  }
  return spans;
}

}  // namespace

std::string lensList() {
  std::string list;
  for (const LensWords& each : lensWords())
    list += (list.empty() ? "" : ", ") + std::string(each.onCommandLine) + each.value;
  return list;
}

PanelLens lensFromWord(const std::string& word) {
  const std::size_t colon = word.find(':');
  const std::string name = word.substr(0, colon), value = colon == std::string::npos ? "" : word.substr(colon + 1);
  for (const LensWords& each : lensWords()) {
    if (name != each.onCommandLine) continue;
    PanelLens lens;
    lens.kind = each.kind;
    char* end = nullptr;
    const double number = std::strtod(value.c_str(), &end);
    const bool isNumber = !value.empty() && *end == '\0';
    if (each.kind == PanelLens::Kind::Top) {
      if (!isNumber || number < 1 || number > 1e6 || number != std::floor(number))
        throw Error("lens 'top': expected top:N with a whole number from 1 on, found '" + word + "'");
      lens.count = static_cast<int>(number);
    } else if (each.kind == PanelLens::Kind::Far) {
      if (!isNumber || number < 1 || number > 1e9 || number != std::floor(number))
        throw Error("lens 'far': expected far:N with a whole number of tokens from 1 on, found '" + word + "'");
      lens.distance = static_cast<Index>(number);
    } else if (each.kind == PanelLens::Kind::Threshold) {
      if (!isNumber || !(number >= 0 && number <= 1))
        throw Error("lens 'threshold': expected threshold:W with a weight from 0 to 1, found '" + word + "'");
      lens.threshold = number;
    } else if (each.kind == PanelLens::Kind::Spans) {
      lens.spans = spansOf(value, word);
    } else if (colon != std::string::npos) {
      throw Error("lens '" + name + "': expected no value, found '" + word + "'");
    }
    return lens;
  }
  throw Error("lens: expected one of " + lensList() + ", found '" + word + "'");
}

std::string wordOf(const PanelLens& lens) {
  using Kind = PanelLens::Kind;
  if (lens.kind == Kind::WithoutSpecials && !lens.renormalise) return {};
  const auto& words = lensWords();
  std::string word = std::find_if(words.begin(), words.end(), [&](const LensWords& each) {
                       return each.kind == lens.kind;
                     })->onCommandLine;
  if (lens.kind == Kind::Threshold) word += ':' + QString::number(lens.threshold, 'g', 10).toStdString();
  if (lens.kind == Kind::Far) word += ':' + std::to_string(lens.distance);
  if (lens.kind == Kind::Top) word += ':' + std::to_string(lens.count);
  for (const auto& [begin, end] : lens.spans)
    word += (begin == lens.spans.front().first ? ':' : '+') + std::to_string(begin) + '-' + std::to_string(end);
  return word;
}

}  // namespace headlight
