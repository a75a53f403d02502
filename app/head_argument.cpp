#include "app/head_argument.h"

#include <algorithm>
#include <charconv>

#include "app/usage_error.h"
#include "core/base/error.h"
#include "core/intervention/grammar.h"

namespace headlight {
namespace {

/// No figure has more heads one over the other, and no file more layers.
constexpr int kMostNumbers = 4096;

std::string withCommas(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ",") + word;
  return text;
}

/// Whether `text` has numbers alone: "0", "0,2", "1-3".
bool isNumbers(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789-, ") == text.npos;
}

/// The ranges of "0,2-4"; throws Error.
std::vector<NumberRange> rangesOf(const std::string& text, const char* option) {
  std::vector<NumberRange> ranges;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    std::string part = text.substr(at, comma - at);
    std::erase(part, ' ');
    NumberRange range;
    const char *end = part.data() + part.size(), *begin = part.data();
    const auto first = std::from_chars(begin, end, range.first);
    range.last = range.first;
    const bool dash = first.ec == std::errc() && first.ptr != end && *first.ptr == '-';
    const auto second = dash ? std::from_chars(first.ptr + 1, end, range.last) : first;
    if (part.empty() || *begin == '-' || second.ec != std::errc() || second.ptr != end || range.last < range.first ||
        range.last >= kMostNumbers)
      throw UsageError(std::string(option) + ": expected numbers from 0 on (1, or 0,2, or 0-2), found '" + text + "'");
    ranges.push_back(range);
    at = comma + 1;
  }
  return ranges;
}

/// Every number of the ranges in their order, each once; throws Error for one without an end.
std::vector<int> numbersOf(const std::vector<NumberRange>& ranges) {
  std::vector<int> numbers;
  for (const NumberRange& range : ranges) {
    if (range.last >= kMostNumbers)
      throw UsageError("--head: expected heads with their numbers (3.1), found * or a whole layer");
    for (int n = range.first; n <= range.last; ++n)
      if (std::find(numbers.begin(), numbers.end(), n) == numbers.end()) numbers.push_back(n);
  }
  return numbers;
}

}  // namespace

void HeadArgument::addTo(CLI::App& command, const char* layerWhat, const char* headWhat) {
  command.add_option("--layer", layerWords, layerWhat)->type_name("L")->allow_extra_args(false);
  command.add_option("--head", headWords, headWhat)->type_name("L.H|H")->allow_extra_args(false);
}

bool HeadArgument::namesLayer() const {
  return !layerWords.empty() || (!headWords.empty() && !isNumbers(withCommas(headWords)));
}

HeadSet HeadArgument::set(AttentionArgument& attention) const {
  const std::string layers = withCommas(layerWords), heads = withCommas(headWords);
  if (!layerWords.empty() && !isNumbers(layers))
    throw UsageError("--layer: expected numbers from 0 on, found '" + layers +
                     "' (--head 3.1 names a layer and a head)");
  HeadSet set;
  if (headWords.empty() || isNumbers(heads)) {
    const std::vector<NumberRange> all{NumberRange{}};
    for (const NumberRange& layer : layerWords.empty() ? all : rangesOf(layers, "--layer"))
      for (const NumberRange& head : headWords.empty() ? all : rangesOf(heads, "--head")) set.push_back({layer, head});
  } else {
    if (!layerWords.empty())
      throw UsageError("--head " + heads + ": names its layer; it cannot be combined with --layer");
    try {
      set = parseHeads(heads);
    } catch (const Error& error) {
      throw UsageError("--head: expected a head such as 3.1, L3H1 or 'layer 3 head 1', found '" + heads + "' (" +
                       error.what() + ")");
    }
    if (set.empty()) set.push_back({});
  }
  const AttentionType named = set.front().attention;
  for (const HeadRange& range : set)
    if (range.attention != named) throw UsageError("--head " + heads + ": expected heads of one attention");
  if (named != AttentionType::Self) {
    if (attention.given() && attention.type() != named)
      throw UsageError("--head " + heads + ": expected heads of --attention " + attention.name);
    attention.name = nameOf(named);
  }
  for (HeadRange& range : set) range.attention = attention.type();
  return set;
}

std::string numbersThere(const std::vector<int>& there, const std::string& things) {
  const auto count = static_cast<int>(there.size());
  if (there.back() + 1 == count)
    return "0 to " + std::to_string(count - 1) + " (the model has " + std::to_string(count) + " " + things + ")";
  std::string list;
  for (const int number : there) list += (list.empty() ? "" : ", ") + std::to_string(number);
  return "one of " + list;
}

void HeadArgument::checkThere(const HeadSet& set, const AttentionMaps& maps) const {
  const bool whole = !headWords.empty() && !isNumbers(withCommas(headWords));
  const auto check = [&](const NumberRange& range, const std::vector<int>& there, const char* thing) {
    if (range.last == NumberRange::kEnd) return;
    int n = range.first;
    while (n <= range.last && std::find(there.begin(), there.end(), n) != there.end()) ++n;
    if (n > range.last) return;
    const std::string things = std::string(thing) + (there.size() == 1 ? "" : "s");
    throw Error((whole ? "--head" : "--" + std::string(thing)) + ": expected " + (whole ? things + " " : "") +
                numbersThere(there, things) + ", found " + (whole ? std::string(thing) + " " : "") + std::to_string(n) +
                (whole ? " in '" + withCommas(headWords) + "'" : ""));
  };
  for (const HeadRange& range : set) {
    check(range.layers, maps.layerNumbers(), "layer");
    check(range.heads, maps.headNumbers(), "head");
  }
}

std::vector<HeadId> HeadArgument::heads(AttentionArgument& attention) const {
  std::vector<HeadId> chosen;
  for (HeadRange range : set(attention)) {
    if (layerWords.empty() && !namesLayer()) range.layers = {0, 0};
    if (headWords.empty()) range.heads = {0, 0};
    for (const int layer : numbersOf({range.layers}))
      for (const int head : numbersOf({range.heads}))
        if (const HeadId one{layer, head}; std::find(chosen.begin(), chosen.end(), one) == chosen.end())
          chosen.push_back(one);
  }
  return chosen;
}

std::pair<std::vector<int>, std::vector<int>> HeadArgument::numbers(AttentionArgument& attention) const {
  if (!given()) return {};
  std::vector<NumberRange> layers, heads;
  const HeadSet chosen = set(attention);
  const auto take = [](std::vector<NumberRange>& all, const NumberRange& one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  };
  for (const HeadRange& range : chosen) {
    take(layers, range.layers);
    take(heads, range.heads);
  }
  if (layers.size() * heads.size() != chosen.size())
    throw UsageError("--head " + withCommas(headWords) + ": expected the same heads of each layer, which a file holds");
  const auto listed = [](const std::vector<NumberRange>& ranges) {
    return ranges == std::vector{NumberRange{}} ? std::vector<int>{} : numbersOf(ranges);
  };
  return {listed(layers), listed(heads)};
}

}  // namespace headlight
