#include "ui/figures/axis_levels.h"

#include "core/text/token_groups.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {

std::vector<AxisLevel> axisLevels(const std::vector<Token>& tokens) {
  constexpr std::size_t kFew = 24;
  constexpr QChar kLineEnd(0x21B5);
  constexpr std::size_t kLongestLabel = 200;  // Bytes; what is longer is cut before it is measured.
  std::vector<AxisLevel> levels;
  std::size_t before = tokens.size();
  if (before <= kFew) return levels;
  const auto add = [&](const QString& name, const std::vector<TokenGroup>& groups) {
    if (groups.size() < 2 || 4 * groups.size() > 3 * before) return;
    before = groups.size();
    AxisLevel& level = levels.emplace_back();
    level.name = name;
    for (const TokenGroup& group : groups) {
      level.begins.push_back(group.begin);
      Token token = group.token;
      if (token.display.size() > kLongestLabel) {
        std::size_t end = kLongestLabel;
        while (end > 0 && (static_cast<unsigned char>(token.display[end]) & 0xC0) == 0x80) --end;
        token.display.resize(end);
      }
      QString label = axisLabels({token}).front();
      while (label.size() > 1 && label.front() == kLineEnd) label = label.mid(1).trimmed();
      while (label.size() > 1 && label.back() == kLineEnd) label = label.chopped(1).trimmed();
      // A line end by itself is no place.
      level.labels.push_back(label == kLineEnd || label == QChar(0x2423) ? QString() : label);
    }
    level.begins.push_back(static_cast<Index>(tokens.size()));
  };
  add(Words::tr("words"), wordGroups(tokens));
  add(Words::tr("sentences"), sentenceGroups(tokens));
  add(Words::tr("sections"), sectionGroups(tokens));
  return levels;
}

}  // namespace headlight
