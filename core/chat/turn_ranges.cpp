#include "core/chat/turn_ranges.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "core/chat/template_run.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

using chat::Value;
using Members = std::vector<std::pair<Value, Value>>;

// Letters of Linear A: printed as they are by every way of writing a text, no white space, and in no conversation.
constexpr char32_t kBegin = 0x10600, kEnd = 0x10601, kDigit = 0x10602;
constexpr std::string_view kLinearA = "\xF0\x90\x98";  // What each of them begins with.

struct Bytes {
  std::size_t begin = 0, end = 0;
};

/// How texts are marked.
struct Marking {
  bool all = true;      ///< Every text of a message, or only content and thoughts.
  bool outside = true;  ///< Around the white space at a text's ends, or within it.
  bool begins = true, ends = true;
  std::optional<std::size_t> only = {};  ///< Of the messages.
};

/// A text that is marked.
struct Segment {
  std::size_t turn = 0;
  std::string text;
};

std::string markOf(char32_t kind, std::size_t number) {
  std::string mark;
  utf8::append(mark, kind);
  do {
    utf8::append(mark, kDigit + static_cast<char32_t>(number % 16));
    number /= 16;
  } while (number > 0);
  return mark;
}

bool isText(std::string_view key) {
  static constexpr std::array kKeys = {"content", "text", "reasoning_content", "thinking", "reasoning"};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

/// What says who speaks or of what kind something is, which templates compare.
bool isName(std::string_view key) {
  static constexpr std::array kKeys = {"role", "type", "id", "tool_call_id"};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

class Marker {
 public:
  explicit Marker(Marking how) : m_how(how) {}

  std::vector<Value> marked(std::vector<Value> messages) {
    for (m_turn = 0; m_turn < messages.size(); ++m_turn)
      if (!m_how.only || *m_how.only == m_turn) messages[m_turn] = marked(messages[m_turn], false);
    return messages;
  }
  const std::vector<Segment>& segments() const { return m_segments; }

 private:
  Value marked(const Value& value, bool within) {
    if (value.text()) return within ? chat::textValue(markedText(*value.text())) : value;
    if (const auto* list = value.list()) {
      std::vector<Value> items;
      for (const Value& item : list->items) items.push_back(marked(item, within));
      return chat::listValue(std::move(items), list->kind);
    }
    if (!value.dict()) return value;
    Members members;
    for (const auto& [key, member] : value.dict()->items) {
      const std::string name = key.text() ? *key.text() : std::string();
      const bool texts = member.text() ? isText(name) || (m_how.all && !isName(name)) : m_how.all || name == "content";
      members.emplace_back(key, texts ? marked(member, true) : member);
    }
    return chat::dictValue(std::move(members));
  }

  std::string markedText(const std::string& text) {
    const std::string inside = chat::stripped(text, nullptr);
    if (inside.empty()) return text;
    const std::size_t number = m_segments.size();
    m_segments.push_back({m_turn, text});
    const std::size_t from = m_how.outside ? 0 : text.find(inside),
                      to = m_how.outside ? text.size() : from + inside.size();
    return text.substr(0, from) + (m_how.begins ? markOf(kBegin, number) : "") + text.substr(from, to - from) +
           (m_how.ends ? markOf(kEnd, number) : "") + text.substr(to);
  }

  Marking m_how;
  std::size_t m_turn = 0;
  std::vector<Segment> m_segments;
};

/// A text without its marks, and where they were in it.
struct Unmarked {
  struct Mark {
    bool begins = false;
    std::size_t segment = 0, at = 0;
  };
  std::string text;
  std::vector<Mark> marks;
};

Unmarked unmarked(std::string_view text) {
  Unmarked out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = utf8::next(text, at);
    if (c != kBegin && c != kEnd) {
      out.text += text.substr(from, at - from);
      continue;
    }
    Unmarked::Mark& mark = out.marks.emplace_back(Unmarked::Mark{c == kBegin, 0, out.text.size()});
    for (std::size_t place = 1, next = at; next < text.size(); place *= 16, at = next) {
      const char32_t digit = utf8::next(text, next);
      if (digit < kDigit || digit >= kDigit + 16) break;
      mark.segment += place * (digit - kDigit);
    }
  }
  return out;
}

/// The longest text that is in both; none where looking would take too long.
std::pair<Bytes, Bytes> longestShared(std::string_view a, std::string_view b) {
  constexpr std::size_t kMostWork = 20'000'000;
  std::pair<Bytes, Bytes> best;
  if (b.empty() || a.size() > kMostWork / b.size()) return best;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = b.size(); j-- > 0;) {
      row[j + 1] = a[i] == b[j] ? row[j] + 1 : 0;
      if (row[j + 1] > best.first.end - best.first.begin)
        best = {{i + 1 - row[j + 1], i + 1}, {j + 1 - row[j + 1], j + 1}};
    }
  return best;
}

/// What the marks of a text tell.
class Places {
 public:
  Places(const std::string& written, std::size_t turns) : m_written(written), m_found(turns) {}

  void take(const std::vector<Segment>& segments, const std::vector<Unmarked::Mark>& marks) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (marks[i].segment >= segments.size()) continue;
      const Segment& segment = segments[marks[i].segment];
      const bool closes = i + 1 < marks.size() && !marks[i + 1].begins && marks[i + 1].segment == marks[i].segment;
      const std::size_t before = i > 0 ? marks[i - 1].at : 0,
                        after = i + 1 < marks.size() ? marks[i + 1].at : m_written.size();
      if (marks[i].begins && closes) {
        add(segment.turn, {marks[i].at, marks[i + 1].at});
        ++i;
      } else if (marks[i].begins) {
        begin(segment, marks[i].at, after);
      } else {
        end(segment, before, marks[i].at);
      }
    }
  }

  /// A text that could not be marked, where it is written once between those that were.
  void search(std::size_t turn, const std::string& text) {
    const std::string said = chat::stripped(text, nullptr);
    std::size_t from = 0, to = m_written.size();
    for (const auto& [bytes, owner] : m_parts) {
      if (owner < turn) from = std::max(from, bytes.end);
      if (owner > turn) to = std::min(to, bytes.begin);
    }
    if (said.empty() || to < from) return;
    const std::string_view room = std::string_view(m_written).substr(from, to - from);
    const std::size_t at = room.find(said);
    if (at != std::string_view::npos && room.find(said, at + 1) == std::string_view::npos)
      add(turn, {from + at, from + at + said.size()});
  }

  bool has(std::size_t turn) const { return m_found[turn]; }

  std::vector<TurnRange> ranges() const {
    auto parts = m_parts;
    std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first.begin < b.first.begin; });
    std::vector<TurnRange> out;
    std::size_t byte = 0;
    std::int64_t points = 0;
    const auto pointOf = [&](std::size_t at) {
      points += static_cast<std::int64_t>(utf8::count(std::string_view(m_written).substr(byte, at - byte)));
      byte = at;
      return points;
    };
    for (const auto& [bytes, turn] : parts) {
      if (bytes.begin < byte) continue;  // Of two that overlap the first counts.
      const std::int64_t start = pointOf(bytes.begin);
      out.push_back({{start, pointOf(bytes.end)}, static_cast<int>(turn)});
    }
    return out;
  }

 private:
  void add(std::size_t turn, Bytes bytes) {
    if (bytes.begin >= bytes.end) return;
    const auto isInside = [&](std::size_t at) { return at < m_written.size() && utf8::continues(m_written[at]); };
    while (bytes.begin < bytes.end && isInside(bytes.begin)) ++bytes.begin;
    while (bytes.end > bytes.begin && isInside(bytes.end)) --bytes.end;
    if (bytes.begin == bytes.end) return;
    m_parts.emplace_back(bytes, turn);
    m_found[turn] = true;
  }

  /// Of a text whose beginning alone came through: as far as it goes on as it was said.
  void begin(const Segment& segment, std::size_t at, std::size_t limit) {
    const std::string& text = segment.text;
    std::size_t same = 0;
    while (at + same < limit && same < text.size() && m_written[at + same] == text[same]) ++same;
    add(segment.turn, {at, at + same});
    rest(segment, std::string_view(text).substr(same), at + same, limit);
  }
  void end(const Segment& segment, std::size_t limit, std::size_t at) {
    const std::string& text = segment.text;
    std::size_t same = 0;
    while (at - same > limit && same < text.size() && m_written[at - same - 1] == text[text.size() - same - 1]) ++same;
    add(segment.turn, {at - same, at});
    rest(segment, std::string_view(text).substr(0, text.size() - same), limit, at - same);
  }
  /// Another part of the same text, such as the thought that comes before an answer.
  void rest(const Segment& segment, std::string_view text, std::size_t from, std::size_t to) {
    const auto [inText, inRoom] = longestShared(text, std::string_view(m_written).substr(from, to - from));
    const std::size_t length = inText.end - inText.begin;
    // The most of it, the marks of a thought apart.
    if (3 * length > chat::stripped(text, nullptr).size()) add(segment.turn, {from + inRoom.begin, from + inRoom.end});
  }

  const std::string& m_written;
  std::vector<std::pair<Bytes, std::size_t>> m_parts;  ///< With the number of the turn.
  std::vector<bool> m_found;
};

/// What a message says in texts.
std::vector<Segment> saidIn(const std::vector<Value>& messages) {
  Marker marker(Marking{.all = false});
  marker.marked(messages);
  return marker.segments();
}

}  // namespace

TurnRanges turnRanges(const std::vector<Value>& messages, const std::string& written,
                      const std::function<std::string(std::vector<Value>)>& write) {
  Places places(written, messages.size());
  const std::vector<Segment> said = saidIn(messages);
  const auto attempt = [&](const Marking& how) {
    Marker marker(how);
    std::vector<Value> marked = marker.marked(messages);
    if (marker.segments().empty()) return false;
    Unmarked seen;
    try {
      seen = unmarked(write(std::move(marked)));
    } catch (const Error&) {
      return false;  // The template looks into the texts and does not take these.
    }
    if (seen.text != written) return false;
    places.take(marker.segments(), seen.marks);
    return true;
  };
  const bool canMark = written.find(kLinearA) == std::string::npos;
  const std::array kOfAll = {Marking{}, Marking{.outside = false}, Marking{.all = false},
                             Marking{.all = false, .outside = false}};
  const bool done = canMark && std::any_of(kOfAll.begin(), kOfAll.end(), attempt);
  constexpr std::size_t kMostAlone = 100;  // Turns that are tried one by one.
  const std::size_t alone = canMark && !done ? std::min(messages.size(), kMostAlone) : 0;
  for (std::size_t turn = 0; turn < alone; ++turn) {
    const std::array kOfOne = {Marking{.all = false, .outside = false, .only = turn},
                               Marking{.all = false, .outside = false, .begins = false, .only = turn},
                               Marking{.all = false, .outside = false, .ends = false, .only = turn}};
    for (const Marking& marking : kOfOne)
      if (attempt(marking)) break;
  }
  TurnRanges out;
  for (const Segment& segment : said)
    if (!done && !places.has(segment.turn)) places.search(segment.turn, segment.text);
  for (const Segment& segment : said)
    if (!places.has(segment.turn) && (out.missed.empty() || out.missed.back() != static_cast<int>(segment.turn)))
      out.missed.push_back(static_cast<int>(segment.turn));
  out.ranges = places.ranges();
  return out;
}

}  // namespace headlight
